//! The pictures of a page: the hill of the lead, where three and more alternatives stand, and the bar of a weight.
//!
//! Their units are points, and browsers stretch them to the room that there is; what is drawn as a line keeps its width.

use std::cmp::Ordering;

use super::Markup;
use crate::comparison::AlternativeId;
use crate::decision::{Distribution, Standing};
use crate::story::{Story, signed};

/// How high the top of a hill is.
const TOP: i64 = 1000;

/// The least height that is seen; more room for the rest is worth more than what is thinner.
const SEEN: i64 = 4;

/// The least lead at either end of the axis, in points, so that a lead that is exact is no wall.
const LEAST_REACH: i64 = 10;

/// What colors the shapes of an alternative.
pub(super) fn accent(AlternativeId(place): AlternativeId) -> &'static str {
    ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"].get(place).copied().unwrap_or("c8")
}

/// The exact distribution of the lead as a hill, that of the first alternative to the left.
///
/// A lead of n points is as wide as any other and as high as it is likely, so the area on each side of the middle is
/// the chance of that side. What is in the middle is nobody's.
pub(super) fn hill(page: &mut Markup, lead: &Distribution, told: &str) {
    let steps = steps(lead);
    let reach = steps.iter().map(|(points, _)| points.abs()).fold(LEAST_REACH, i64::max);
    // A step reaches half a point to either side, so all is twice as wide.
    let side = 2 * reach + 1;
    page.raw("<svg class=hill role=img preserveAspectRatio=none viewBox=\"").number(-side).raw(" 0 ");
    page.number(2 * side).raw(" ").number(TOP).raw("\">\n").element("title", told);
    page.raw("<path d=\"M").number(-side).raw(" ").number(TOP).raw("H").number(side);
    page.raw("M0 0V").number(TOP).raw("\"/>\n");
    for (class, of_side) in [("c1", Ordering::Greater), ("even", Ordering::Equal), ("c2", Ordering::Less)] {
        let mut steps = steps.iter().filter(|(points, _)| points.cmp(&0) == of_side).peekable();
        if let Some((points, _)) = steps.peek() {
            page.raw("<path class=\"area ")
                .raw(class)
                .raw("\" d=\"M")
                .number(1 - 2 * points)
                .raw(" ")
                .number(TOP);
            for (_, height) in steps {
                page.raw("V").number(TOP - height).raw("h-2");
            }
            page.raw("V").number(TOP).raw("z\"/>\n");
        }
    }
    page.raw("</svg>\n");
}

/// The leads that can be seen, from the lowest, with their heights: there is no gap, since a hill has one top.
fn steps(lead: &Distribution) -> Vec<(i64, i64)> {
    let tallest = lead.values().map(|(_, mass)| mass).fold(f64::MIN_POSITIVE, f64::max);
    let steps = lead.values().map(|(points, mass)| (points, height(mass / tallest)));
    steps.filter(|(_, height)| *height >= SEEN).collect()
}

/// A part, 0 to 1, of the top.
#[expect(clippy::cast_possible_truncation, reason = "it is from 0 to 1000")]
fn height(part: f64) -> i64 {
    (part * as_f64(TOP)).round() as i64
}

/// Where the points of three and more alternatives lie: all that is drawn, and 0.
pub(super) struct Axis {
    low: i64,
    high: i64,
}

impl Axis {
    /// None where there is nothing to draw: of two alternatives there is a hill, and nothing is drawn while nothing is
    /// weighed.
    pub(super) fn new(story: &Story<'_>) -> Option<Self> {
        let drawn = story.assessment.standings().filter_map(|(_, standing)| standing.nine_in_ten);
        let (low, high) = drawn.reduce(|(low, high), (l, h)| (low.min(l), high.max(h)))?;
        // Even where all are exactly 0 the axis has a length.
        (!story.is_unweighed()).then_some(Self { low: low.min(0), high: high.max(1) })
    }

    /// A dot at the points of an alternative, on a line that nine of ten cases lie on; bare for one that is ruled out.
    pub(super) fn row(&self, page: &mut Markup, standing: &Standing) {
        let Self { low, high } = self;
        page.raw("<svg class=row preserveAspectRatio=none viewBox=\"").number(*low).raw(" 0 ");
        page.number(high - low).raw(" 2\" ");
        if let Some((low, high)) = standing.nine_in_ten {
            page.raw("role=img><title>")
                .text(&signed(standing.net))
                .raw(" points; in nine of ten ways from ");
            page.text(&signed(as_f64(low))).raw(" to ").text(&signed(as_f64(high))).raw("</title>");
            self.line(page);
            page.raw("<path class=span d=\"M").number(low).raw(" 1H").number(high);
            page.raw("\"/><path class=dot d=\"M").text(&standing.net.to_string()).raw(" 1h0\"/>");
        } else {
            page.raw("aria-hidden=true>");
            self.line(page);
        }
        page.raw("</svg>\n");
    }

    fn line(&self, page: &mut Markup) {
        page.raw("<path d=\"M").number(self.low).raw(" 1H").number(self.high).raw("M0 0V2\"/>");
    }
}

/// The bar of a weight, full at 10; the number beside it says the same.
pub(super) fn bar(page: &mut Markup, points: u8) {
    page.raw("<svg class=bar aria-hidden=true preserveAspectRatio=none viewBox=\"0 0 10 2\">");
    page.raw("<path d=\"M0 1H10\"/>");
    if points > 0 {
        page.raw("<path class=weight d=\"M0 1H").number(points.into()).raw("\"/>");
    }
    page.raw("</svg>");
}

#[expect(clippy::cast_precision_loss, reason = "scores are far below 2^53")]
fn as_f64(points: i64) -> f64 {
    points as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::Comparison;
    use crate::decision;
    use crate::profile::{Band, Profile};
    use crate::weight::Weight;

    /// The areas of a hill: two reasons, one for each side, that are as heavy as said, give or take so much.
    fn areas(first: u8, second: u8, around: u8) -> Vec<String> {
        let text = "Comparison(title: \"T\", alternatives: [(name: \"A\", pros: [\"a\"]), (name: \"B\", pros: [\"b\"])])";
        let comparison = Comparison::from_ron(text).unwrap();
        let mut profile = Profile::new(&comparison);
        profile.band = Band::new(around).unwrap();
        for (claim, points) in [("a/a", first), ("b/b", second)] {
            profile.set_weight(&comparison, comparison.claim_with_id(claim).unwrap(), Weight::new(points));
        }
        let mut page = Markup::begin("");
        hill(&mut page, decision::assess(&comparison, &profile).lead().unwrap(), "");
        let svg = page.end();
        svg.lines().filter(|line| line.starts_with("<path class=")).map(str::to_owned).collect()
    }

    #[test]
    fn a_lead_of_the_first_is_to_the_left() {
        assert_eq!(areas(7, 3, 0), [r#"<path class="area c1" d="M-7 1000V0h-2V1000z"/>"#]);
        assert_eq!(areas(3, 7, 0), [r#"<path class="area c2" d="M9 1000V0h-2V1000z"/>"#]);
    }

    #[test]
    fn the_middle_is_nobodys() {
        assert_eq!(
            areas(5, 5, 1),
            [
                r#"<path class="area c1" d="M-1 1000V333h-2V667h-2V1000z"/>"#,
                r#"<path class="area even" d="M1 1000V0h-2V1000z"/>"#,
                r#"<path class="area c2" d="M5 1000V667h-2V333h-2V1000z"/>"#,
            ]
        );
    }
}
