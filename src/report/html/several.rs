//! Several people side by side as a page of HTML.

use super::Markup;
use crate::report::several::{POINTS, SideBySide};

/// Several people side by side as a page of HTML, ending in a newline.
pub(in crate::report) fn html(told: &SideBySide) -> String {
    let mut page = Markup::begin(&told.title);
    page.raw("<main>\n<header>\n").element("h1", &told.title).element("p", &told.summary).raw("</header>\n");
    page.classed("p", "sure", &told.agreement);
    head(&mut page, "", &["Comes first", "How sure", "Weighed"]);
    for (name, answer) in &told.people {
        row(&mut page, name, answer.iter().map(String::as_str));
    }
    foot(&mut page);
    page.list("The smallest concession", &told.concession).classed("p", "quiet", POINTS);
    let alternatives: Vec<&str> = told.asks.iter().map(|(name, _)| name.as_str()).collect();
    head(&mut page, "", &alternatives);
    for (place, (name, _)) in told.people.iter().enumerate() {
        row(&mut page, name, told.asks.iter().filter_map(|(_, each)| each.get(place).map(String::as_str)));
    }
    foot(&mut page);
    if let Some(apart) = &told.divide {
        page.raw("<section class=apart>\n").element("h2", &apart.heading).element("p", &apart.told);
        page.classed("p", "quiet", &apart.how);
        if !apart.rows.is_empty() {
            let names = told.people.iter().map(|(name, _)| name.as_str());
            let names: Vec<&str> = ["Adds"].into_iter().chain(names).collect();
            head(&mut page, "Reason", &names);
            for (points, reason, weights) in &apart.rows {
                row(&mut page, reason, [points].into_iter().chain(weights).map(String::as_str));
            }
            foot(&mut page);
        }
        page.raw("</section>\n");
    }
    for sentence in &told.folded {
        page.classed("p", "quiet", sentence);
    }
    page.raw("</main>\n");
    page.end()
}

/// A table up to its rows: what they are, then its columns.
fn head(page: &mut Markup, first: &str, names: &[&str]) {
    page.raw("<div class=wide><table class=people>\n<thead><tr>");
    // A corner that heads nothing is no heading.
    if first.is_empty() {
        page.raw("<td></td>");
    } else {
        page.raw("<th scope=col>").text(first).raw("</th>");
    }
    for name in names {
        page.raw("<th scope=col>").text(name).raw("</th>");
    }
    page.raw("</tr></thead>\n<tbody>\n");
}

fn row<'t>(page: &mut Markup, label: &str, cells: impl Iterator<Item = &'t str>) {
    page.raw("<tr><th scope=row>").text(label).raw("</th>");
    for cell in cells {
        page.raw("<td>").text(cell).raw("</td>");
    }
    page.raw("</tr>\n");
}

fn foot(page: &mut Markup) {
    page.raw("</tbody>\n</table></div>\n");
}
