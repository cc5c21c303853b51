//! Why something was decided is typed, in one line.

use super::deciding::Deciding;
use crate::comparison::AlternativeId;
use crate::explorer::{Command, Effect, Explorer, Layer, Notice, TextEntry};
use crate::profile::{Date, Decided};
use crate::safe_text::SafeText;
use crate::story::whole_points;

/// The longest reason that can be typed, in characters.
const LONGEST: usize = 500;

/// Why one of the alternatives was decided on is typed.
#[derive(Clone, Debug)]
pub struct Explaining {
    chosen: AlternativeId,
    entry: TextEntry,
    /// What can be decided on.
    pub(in crate::explorer) over: Box<Layer>,
}

impl Explaining {
    pub(super) fn new(chosen: AlternativeId, entry: TextEntry, deciding: Deciding) -> Self {
        Self { chosen, entry, over: Box::new(Layer::Deciding(deciding)) }
    }

    /// What was decided on.
    #[must_use]
    pub fn chosen(&self) -> AlternativeId {
        self.chosen
    }

    /// What is typed so far.
    #[must_use]
    pub fn entry(&self) -> &TextEntry {
        &self.entry
    }

    pub(in crate::explorer) fn entry_mut(&mut self) -> &mut TextEntry {
        &mut self.entry
    }

    /// Asks for the day; the dialog stays until it is there.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) -> Effect {
        explorer.layer = Layer::Explaining(self);
        Effect::Today
    }

    fn write_down(self, explorer: &mut Explorer, today: Date) {
        let Self { chosen, entry, over } = self;
        let Layer::Deciding(deciding) = *over else { return };
        let chance = whole_points(explorer.assessment()[chosen].chance);
        let alternative = &explorer.comparison()[chosen];
        let name = alternative.name.clone();
        let decided = Decided {
            chose: SafeText::line(&alternative.id),
            on: today,
            chance,
            why: SafeText::text(entry.text().trim()),
        };
        let is_new = explorer.profile().decided.as_deref() != Some(&decided);
        explorer.write_down(Some(decided), deciding);
        let notice = Notice::done(format!("Written down that you chose {name}"));
        let takes_back = |notice: Notice| notice.with(Command::Undo, "takes that back");
        explorer.notice = Some(if is_new { takes_back(notice) } else { notice });
    }
}

impl Explorer {
    /// The line for the reason: what waits for it, else the reason that was given before.
    pub(super) fn why_entry(&mut self, chosen: AlternativeId) -> TextEntry {
        let text = self.why_typed.take().unwrap_or_else(|| self.proposed_why(chosen));
        TextEntry::new(text, LONGEST)
    }

    /// The reason that was given before for the same decision.
    pub(in crate::explorer) fn proposed_why(&self, chosen: AlternativeId) -> String {
        let decided = self.open.profile().decided.as_deref();
        let same = decided.filter(|decided| decided.alternative(self.comparison()) == Some(chosen));
        same.map_or_else(String::new, |decided| decided.why.raw().to_owned())
    }

    /// Writes down, with the day, what was decided.
    pub(in crate::explorer) fn decided_on(&mut self, today: Date) {
        if matches!(self.layer, Layer::Explaining(_))
            && let Layer::Explaining(explaining) = self.take_layer()
        {
            explaining.write_down(self, today);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{ClaimId, Comparison};
    use crate::explorer::{Action, Document};
    use crate::profile::Profile;
    use crate::store::Origin;
    use crate::weight::Weight;

    #[test]
    fn it_waits_for_the_day_and_a_day_that_nobody_waits_for_changes_nothing() {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let mut profile = Profile::new(&comparison);
        profile[ClaimId(0)].weight = Some(Weight::FULL);
        let document = Document::new(crate::JEWELRY.to_owned(), Origin::Bundled).unwrap();
        let mut explorer = Explorer::new(document, profile, None);
        let today = Date::new(2026, 11, 25).unwrap();
        assert_eq!(explorer.update(Action::Today(today)), None);
        assert_eq!(explorer.profile().decided, None);
        for command in [Command::Insight, Command::Decide, Command::Accept] {
            assert_eq!(explorer.update(Action::Do(command)), None);
        }
        assert_eq!(explorer.update(Action::Do(Command::Accept)), Some(Effect::Today));
        explorer.update(Action::Failed("no day".to_owned()));
        let Layer::Explaining(explaining) = explorer.layer() else { panic!("{:?}", explorer.layer()) };
        assert_eq!(explaining.entry().problem(), Some(&SafeText::line("no day")));
        assert_eq!(explorer.profile().decided, None);
        explorer.update(Action::Today(today));
        assert!(matches!(explorer.layer(), Layer::Insight(_)));
        assert_eq!(explorer.profile().decided.as_ref().map(|decided| decided.on), Some(today));
    }
}
