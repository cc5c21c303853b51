//! The report as a page of HTML.

use super::Markup;
use super::svg::{self, Axis};
use crate::comparison::AlternativeId;
use crate::report::Subject;
use crate::report::outline::{Line, Outline, Side};

/// The report as a page of HTML, ending in a newline.
#[must_use]
pub fn html(subject: &Subject<'_>) -> String {
    let outline = Outline::new(subject);
    let mut page = Markup::begin(&format!("{}: {}", outline.title, outline.answer));
    page.raw("<main>\n<header>\n").element("h1", &outline.title).element("p", &outline.summary);
    page.classed("p", "quiet", &outline.weighing).raw("</header>\n");
    page.classed("p", "answer", &outline.answer).classed("p", "sure", &outline.sure);
    page.element("p", &outline.decided);
    picture(&mut page, subject, &outline.alternatives);
    page.raw("<div class=told>");
    for (heading, sentences) in &outline.told {
        page.list(heading, sentences);
    }
    page.raw("</div>\n<div class=sides>\n");
    for (place, side) in outline.alternatives.iter().enumerate() {
        claims(&mut page, side, AlternativeId(place));
    }
    page.raw("</div>\n").list("How it counts", &outline.counting).raw("</main>\n");
    if let Some(source) = &outline.source {
        page.raw("<footer>\n").element("p", &format!("Source: {source}")).raw("</footer>\n");
    }
    page.end()
}

/// Where the alternatives stand: of two the hill between them, of more a row each; nothing where there is nothing to draw.
fn picture(page: &mut Markup, subject: &Subject<'_>, sides: &[Side]) {
    let story = subject.story();
    if let ([first, second], Some(lead)) = (sides, story.lead()) {
        let [first, second] = [first, second].map(|side| (side.name.as_str(), side.stands.as_str()));
        page.raw("<figure>\n");
        svg::hill(page, lead, &format!("{}, {}; {}, {}", first.0, first.1, second.0, second.1));
        page.raw("<div class=ends>\n");
        for (name, stands) in [first, second] {
            page.raw("<div>").element("b", name).classed("span", "quiet", stands).raw("</div>\n");
        }
        page.raw("</div>\n").classed("figcaption", "quiet", HILL).raw("</figure>\n");
    } else if let Some(axis) = Axis::new(&story) {
        page.raw("<figure>\n<ul class=rows>\n");
        for ((one, standing), side) in story.assessment.standings().zip(sides) {
            page.raw("<li class=").raw(svg::accent(one)).raw(">").element("b", &side.name);
            axis.row(page, standing);
            page.classed("span", "quiet", &side.stands).raw("</li>\n");
        }
        page.raw("</ul>\n").classed("figcaption", "quiet", ROWS).raw("</figure>\n");
    }
}

/// What the hill shows.
const HILL: &str = "How far one is ahead of the other, and in how many ways. \
    What lies on either side is the share of that side; what is in the middle comes out even.";

/// What the rows show.
const ROWS: &str = "The points of each: what speaks for it less what speaks against it, more to the right. \
    In nine of ten ways they lie on the line, and the dot is at the middle of them.";

/// An alternative with all that speaks for it and against it.
fn claims(page: &mut Markup, side: &Side, one: AlternativeId) {
    page.raw("<section class=").raw(svg::accent(one)).raw(">\n").element("h2", &side.name);
    page.classed("p", "quiet", &side.standing()).element("p", &side.summary);
    if !side.claims.is_empty() {
        page.raw("<table>\n<thead><tr><th scope=col><span class=unseen>For or against</span></th>");
        page.raw("<th scope=col>Weight</th><th scope=col>Reason</th></tr></thead>\n<tbody>\n");
        for line in &side.claims {
            claim(page, line);
        }
        page.raw("</tbody>\n</table>\n");
    }
    page.raw("</section>\n");
}

fn claim(page: &mut Markup, line: &Line) {
    page.raw(if line.sign == "+" { "<tr><td>" } else { "<tr class=con><td>" })
        .text(line.sign)
        .raw("</td><td>");
    svg::bar(page, line.points.unwrap_or(0));
    page.text(&line.weight).raw("</td><th scope=row>").classed("span", "title", &line.title);
    if !line.mark.is_empty() {
        page.raw("<span class=mark>(").text(line.mark).raw(")</span>");
    }
    page.classed("p", "quiet", &line.detail);
    if !line.note.is_empty() {
        page.classed("p", "note", &format!("Note: {}", line.note));
    }
    page.raw("</th></tr>\n");
}
