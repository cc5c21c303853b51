//! The first line: what is compared, whose weighing it is, and how far it has come.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::text;
use super::theme::Theme;
use crate::explorer::{Explorer, Layer, Trial};
use crate::story::{counted, listed};

/// Below this width the header says less.
const BRIEF: usize = 72;

/// So many cells for the title and the blanks around it are enough where more is to be said.
const TITLE: usize = 24;

/// What is said of what is on no disk.
const UNSAVED: &str = "not saved";

pub(super) struct Header<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Widget for Header<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let width = usize::from(area.width);
        for layer in self.explorer.layer().all() {
            if let Layer::Trial(trial) = layer {
                return text::put(&self.trial(trial, width), area, buf);
            }
        }
        let trouble =
            self.explorer.trouble().map_or_else(String::new, |trouble| format!("  {}", trouble.brief()));
        let right = self.state(width.saturating_sub(text::width(&trouble)));
        let room = width.saturating_sub(text::width(&right) + text::width(&trouble) + 4);
        let title = text::fitted(self.explorer.comparison().title(), room);
        let line = Line::from(vec![
            Span::raw(" "),
            Span::styled(title, self.theme.strong),
            Span::styled(trouble, self.theme.alarm),
            Span::raw("  "),
            Span::styled(right, self.theme.quiet),
        ]);
        text::put(&line, area, buf);
    }
}

impl Header<'_> {
    /// What is tried on: as many weights as there is room for.
    fn trial(&self, trial: &Trial, width: usize) -> Line<'static> {
        let story = self.explorer.story();
        let weights = trial
            .weights()
            .iter()
            .map(|(reason, weight)| format!("{} matters {}", story.reason(*reason), weight.points()));
        let weights: Vec<String> = weights.collect();
        let said = |named: usize| {
            let more = weights.len() - named;
            let more = (more > 0).then(|| format!("{more} more"));
            format!("What if {}?", listed(&weights[..named].iter().cloned().chain(more).collect::<Vec<_>>()))
        };
        let fitting = (1..=weights.len()).rev().map(said).find(|said| text::width(said) < width);
        let said = fitting.unwrap_or_else(|| said(weights.len().min(1)));
        let said = text::wrapped(&said, width.saturating_sub(1), 1).concat();
        Line::from(Span::styled(format!(" {said}"), self.theme.strong))
    }

    /// Whose weighing it is, and how far it has come or what was decided; in fewer words where there is little room.
    fn state(&self, width: usize) -> String {
        let open = self.explorer.open();
        let room = width / 3;
        let name = match (open.previewed(), &open.profile().name, open.preset()) {
            (Some(name), ..) => format!("Preview: {}", text::cut(name, room)),
            (None, Some(name), _) => text::cut(name.as_str(), room),
            (None, None, Some(preset)) => text::cut(&preset.name, room),
            (None, None, None) => "new profile".to_owned(),
        };
        let is_unsaved = self.explorer.unsaved() && open.previewed().is_none();
        let unsaved = if is_unsaved { format!(", {UNSAVED}") } else { String::new() };
        let assessment = self.explorer.assessment();
        let reasons = counted(assessment.reasons, "reason");
        let weighed = assessment.weighed;
        if self.explorer.comparison().claims().len() == 0 {
            return text::cut(&format!("{name}{unsaved} \u{b7} nothing to weigh yet"), width * 2 / 3);
        }
        if width < BRIEF && open.previewed().is_some() {
            return text::cut(&name, width * 2 / 3);
        }
        let room = width * 2 / 3;
        // A decision has a number that follows from weights.
        if !self.explorer.is_blind()
            && !self.explorer.profile().is_hidden(self.explorer.comparison())
            && let Some(decided) = self.decided(&name, is_unsaved, room.max(width.saturating_sub(TITLE)))
        {
            return decided;
        }
        let weighed = if width < BRIEF {
            format!("{weighed}/{}", assessment.reasons)
        } else {
            format!("{weighed} of {reasons} weighed")
        };
        text::cut(&format!("{name}{unsaved} \u{b7} {weighed}"), room)
    }

    /// What was decided, in as many words as fit. Numbers are never cut, and a name only where no other begins as what
    /// is left of it.
    fn decided(&self, name: &str, is_unsaved: bool, width: usize) -> Option<String> {
        let chosen = self.explorer.story().chosen()?;
        let long = [chosen.in_one_line(), chosen.briefly(&chosen.name)];
        let whose = if is_unsaved { format!("{name}, {UNSAVED}") } else { name.to_owned() };
        let mut long = long.into_iter().map(|told| format!("{whose} \u{b7} {told}"));
        if let Some(told) = long.find(|told| text::width(told) <= width) {
            return Some(told);
        }
        let unsaved = if is_unsaved { format!("{UNSAVED} \u{b7} ") } else { String::new() };
        let said = |name: &str| format!("{unsaved}{}", chosen.briefly(name));
        let name = text::cut(&chosen.name, width.saturating_sub(text::width(&said(""))));
        let start = name.trim_end_matches('\u{2026}');
        let mut names = self.explorer.comparison().alternatives().map(|(_, one)| &*one.name);
        let begins_so = |other: &str| other != chosen.name && other.starts_with(start);
        let is_clear = name == chosen.name || !start.is_empty() && !names.any(begins_so);
        // Without a word on whose it is, one that is only previewed would seem to be one's own.
        let is_own = self.explorer.open().previewed().is_none();
        (is_clear && is_own).then(|| said(&name))
    }
}
