//! The first line: what is compared, whose weighing it is, and how far it has come.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::hints;
use super::text;
use super::theme::Theme;
use crate::explorer::{Explorer, Layer, Trial};
use crate::story::{counted, first_of};

/// Below this width the header says less.
const BRIEF: usize = 72;

/// So many weights that are tried on are named.
const MOST_TRIED: usize = 3;

pub(super) struct Header<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Widget for Header<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let width = usize::from(area.width);
        if let Layer::Trial(trial) = self.explorer.layer().below_help() {
            return text::put(&self.trial(trial, width), area, buf);
        }
        let right = text::cut(&self.weighing(width), width * 2 / 3);
        let room = width.saturating_sub(text::width(&right) + 4);
        let title = text::fitted(self.explorer.comparison().title(), room);
        let line = Line::from(vec![
            Span::raw(" "),
            Span::styled(title, self.theme.strong),
            Span::raw("  "),
            Span::styled(right, self.theme.quiet),
        ]);
        text::put(&line, area, buf);
    }
}

impl Header<'_> {
    /// What is tried on, and how to go on from there.
    fn trial(&self, trial: &Trial, width: usize) -> Line<'static> {
        let story = self.explorer.story();
        let keys = hints::spans(self.explorer.layer(), width / 2, self.theme);
        let room = width.saturating_sub(keys.iter().map(Span::width).sum());
        let said = |most: usize| {
            let weights = trial
                .weights()
                .iter()
                .map(|(reason, weight)| format!("{} matters {}", story.reason(*reason), weight.points()));
            let change = if weights.len() > most { " change" } else { "" };
            format!(" What if {}{change}?  ", first_of(most, weights))
        };
        // Of many as many as fit, and how many more there are.
        let fits = (1..=MOST_TRIED).rev().map(said).find(|said| text::width(said) <= room);
        let said = match (fits, trial.weights().len()) {
            (Some(said), _) => said,
            (None, 1) => text::cut(&said(1), room),
            (None, many) => text::cut(&format!(" What if {many} weights change?  "), room),
        };
        let mut spans = vec![Span::styled(said, self.theme.strong)];
        spans.extend(keys);
        Line::from(spans)
    }

    /// Whose weighing it is and how far it has come; in fewer words where there is little room.
    fn weighing(&self, width: usize) -> String {
        let open = self.explorer.open();
        let room = width / 3;
        let name = match (open.previewed(), &open.profile().name, open.preset()) {
            (Some(name), ..) => format!("Preview: {}", text::cut(name, room)),
            (None, Some(name), _) => text::cut(name.as_str(), room),
            (None, None, Some(preset)) => text::cut(&preset.name, room),
            (None, None, None) => "new profile".to_owned(),
        };
        let is_unsaved = self.explorer.unsaved() && open.previewed().is_none();
        let unsaved = if is_unsaved { ", not saved" } else { "" };
        let assessment = self.explorer.assessment();
        let reasons = counted(assessment.reasons, "reason");
        let weighed = assessment.weighed;
        if width < BRIEF {
            return format!("{name}{unsaved} \u{b7} {weighed}/{}", assessment.reasons);
        }
        format!("{name}{unsaved} \u{b7} {weighed} of {reasons} weighed")
    }
}
