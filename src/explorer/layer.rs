//! Which part of the screen has the keys.

use std::path::PathBuf;

use super::{
    Adding, Alternatives, Choice, Company, Conflict, Deciding, Deleting, Editing, Ending, Explaining, Files,
    Finding, Help, Insight, Leaving, Motion, Pasting, Profiles, Question, Ranking, Replacing, Sides, Single,
    TextEntry, Trial, Typing,
};
use crate::profile::{Profile, ProfileName};

/// The part of the screen that has the keys: the panes, or a dialog over them.
#[derive(Clone, Debug)]
pub enum Layer {
    /// The panes with the claims.
    Panes,
    /// All keys and signs, over another layer.
    Help(Help),
    /// Everything behind the answer.
    Insight(Insight),
    /// What would change the answer is tried on.
    Trial(Trial),
    /// The person picks what matters most.
    Ranking(Ranking),
    /// The person is asked how much a reason matters.
    Question(Question),
    /// The conversation turns: one of two ways to go on.
    Choice(Choice),
    /// The conversation has ended: what was said, what follows and what is open.
    Ending(Ending),
    /// The person says what was decided.
    Deciding(Deciding),
    /// Why it was decided is typed.
    Explaining(Explaining),
    /// The person is asked about the reason under the cursor alone.
    Single(Single),
    /// Presets and saved profiles.
    Profiles(Profiles),
    /// People side by side.
    Company(Company),
    /// A text is typed in a box.
    Typing(Typing),
    /// A line is typed into a pane.
    Adding(Adding),
    /// Something is looked for, in the panes or in the help.
    Finding(Finding),
    /// Several lines were pasted: asks whether to add them all.
    Pasting(Pasting),
    /// What can be changed about a line.
    Editing(Editing),
    /// What a line is the other side of is chosen.
    Sides(Sides),
    /// What there is to choose from.
    Alternatives(Alternatives),
    /// Other comparisons.
    Files(Files),
    /// Asks whether to delete a profile.
    Deleting(Deleting),
    /// Asks whether to write over another profile.
    Replacing(Replacing),
    /// Another window saved this profile meanwhile: asks what to do.
    Conflict(Conflict),
    /// Something is unsaved: asks whether to save it before going on.
    Leaving(Leaving),
}

/// How much of the present layer fits on the screen, as the view found it when it last drew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Lines of the list that has the keys that are visible at once.
    pub page: usize,
    /// Lines by which it can be scrolled.
    pub overflow: usize,
}

/// A comparison that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The one that comes with the program.
    Bundled,
    /// One in a file.
    File(PathBuf),
    /// The one that was begun in the program and is in no file yet.
    Begun,
    /// A new one.
    New {
        /// What it asks.
        question: String,
        /// What there is to choose from.
        names: Vec<String>,
        /// Where it will be saved, if that was said.
        file: Option<PathBuf>,
    },
}

/// Where to go once nothing is unsaved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Out of the program.
    Quit,
    /// To a saved profile.
    Open(ProfileName),
    /// To a profile that somebody sent.
    Sent(Box<Profile>),
    /// To a preset.
    Preset(usize),
    /// To a new profile.
    New,
    /// To another comparison.
    Explore(Source),
    /// To a comparison of one's own that is to be begun.
    Begin,
}

impl Layer {
    /// The layer that this one stands over and that backing out leads to; none for those that stand over nothing but the
    /// panes.
    #[must_use]
    pub fn over(&self) -> Option<&Self> {
        match self {
            Self::Help(help) => Some(&help.over),
            Self::Finding(finding) => Some(finding.over()),
            Self::Typing(typing) => Some(&typing.over),
            Self::Deciding(deciding) => Some(&deciding.over),
            Self::Explaining(explaining) => Some(&explaining.over),
            Self::Pasting(pasting) => Some(&pasting.over),
            Self::Deleting(deleting) => Some(&deleting.over),
            Self::Replacing(replacing) => Some(&replacing.over),
            Self::Conflict(conflict) => Some(&conflict.over),
            Self::Leaving(leaving) => Some(&leaving.over),
            Self::Panes
            | Self::Insight(_)
            | Self::Trial(_)
            | Self::Ranking(_)
            | Self::Question(_)
            | Self::Choice(_)
            | Self::Ending(_)
            | Self::Single(_)
            | Self::Adding(_)
            | Self::Editing(_)
            | Self::Sides(_)
            | Self::Alternatives(_)
            | Self::Files(_)
            | Self::Profiles(_)
            | Self::Company(_) => None,
        }
    }

    /// The layer that it stands over; the panes if it stands over nothing else.
    pub(super) fn into_over(self) -> Self {
        self.over().cloned().unwrap_or(Self::Panes)
    }

    /// The line that is being typed into a pane, also if something stands over that.
    #[must_use]
    pub fn adding(&self) -> Option<&Adding> {
        self.all().find_map(|layer| if let Self::Adding(adding) = layer { Some(adding) } else { None })
    }

    /// The layer and all that it stands over, from the top.
    pub fn all(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |layer| layer.over())
    }

    /// Whether keys that mean nothing else are typed.
    #[must_use]
    pub fn takes_text(&self) -> bool {
        matches!(self, Self::Typing(_) | Self::Adding(_) | Self::Explaining(_) | Self::Finding(_))
    }

    /// The line of text that is being typed, if there is one.
    pub(super) fn entry_mut(&mut self) -> Option<&mut TextEntry> {
        if let Self::Typing(typing) = self {
            Some(typing.entry_mut())
        } else if let Self::Adding(adding) = self {
            Some(adding.entry_mut())
        } else if let Self::Explaining(explaining) = self {
            Some(explaining.entry_mut())
        } else if let Self::Finding(finding) = self {
            Some(finding.entry_mut())
        } else {
            None
        }
    }
}

impl Motion {
    /// The place after this motion along a list of places `0..=last`.
    pub(super) fn along(self, at: usize, last: usize, extent: Extent) -> usize {
        let page = extent.page.max(1);
        let moved = match self {
            Self::Up => at.saturating_sub(1),
            Self::Down => at + 1,
            Self::PageUp => at.saturating_sub(page),
            Self::PageDown => at + page,
            Self::First => 0,
            Self::Last => last,
            Self::To(place) => place,
            Self::Left | Self::Right | Self::Pane(_) => at,
        };
        moved.min(last)
    }
}
