//! The reasons that divide two people: who weighs what, and what each adds.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::scale::Scale;
use super::{CompanyPage, ONE, OTHER, POINTS, REST, WEIGHT};
use crate::explorer::Divided;
use crate::story::{Several, in_points, signed};
use crate::together::{Person, Together, Weighs};
use crate::view::text;
use crate::weight::Weight;

impl CompanyPage<'_> {
    /// What the numbers of the lines below are.
    pub(super) fn legend(&self, together: &Together<'_>, room: usize) -> Line<'static> {
        let scale = Scale::of(room);
        let others = if together.people.len() > 2 { format!("{REST} others") } else { String::new() };
        let before = format!("{others:>width$}", width = scale.name(room) + scale.width() + 3);
        Line::styled(format!("{before}{ONE:>WEIGHT$}{OTHER:>WEIGHT$}{:>POINTS$}", "adds"), self.theme.quiet)
    }

    /// One reason that divides: where it weighs what, and what it adds.
    pub(super) fn reason(&self, place: usize, together: &Together<'_>, room: usize) -> Line<'static> {
        let (Some(part), Some(Divided { pair, .. })) =
            (self.company.parts().get(place), self.company.divided())
        else {
            return Line::default();
        };
        let pair = pair.map(|place| together.people[place]);
        let is_chosen = self.company.line() == place + 1;
        let scale = Scale::of(room);
        let several = Several { together };
        let name = text::fitted(&several.reason(part.reason), scale.name(room));
        let style = if is_chosen { self.theme.cursor } else { Style::new() };
        let mut spans = vec![
            Span::raw(if is_chosen { "\u{258c} " } else { "  " }),
            Span::styled(name, style),
            Span::raw(" "),
        ];
        let weighs = |person: &Person| person.weighs(together.comparison, part.reason);
        let weight = |weighs: Option<Weighs>| weighs.and_then(|weighs| weighs.weight);
        let all: Vec<Option<Weight>> = together.people.iter().map(|person| weight(weighs(person))).collect();
        let is_any_open = pair.into_iter().any(|person| person.leaves_open(together.comparison, part.reason));
        let pair = pair.map(weighs);
        spans.extend(scale.draw(pair.map(weight), &all, is_any_open, self.theme));
        spans.extend(pair.map(|weighs| Span::raw(format!("{:>WEIGHT$}", told(weighs)))));
        spans.push(Span::raw(format!("{:>POINTS$}", signed(part.points))));
        Line::from(spans)
    }
}

/// What a reason weighs, with a sign for a must-have or a deal-breaker.
fn told(weighs: Option<Weighs>) -> String {
    let Some(Weighs { weight, mark }) = weighs else { return "off".to_owned() };
    format!("{}{}", if mark.is_some() { "!" } else { "" }, in_points(weight))
}
