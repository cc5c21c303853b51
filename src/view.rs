//! Drawing: the state of the program as cells. It reads and writes nothing else.

mod ascii;
mod ask_me;
mod company;
mod detail;
mod dialog;
mod entry;
mod entry_box;
mod footer;
mod gauge;
mod header;
mod headline;
mod help;
mod hints;
mod insight;
mod layout;
mod list;
mod notes;
mod pane;
mod panes;
mod profiles;
mod row;
mod scroll;
mod spots;
mod standings;
mod text;
mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

pub use ascii::in_signs;
pub use spots::{Spot, Spots};
pub use theme::{Signs, Theme};

use crate::comparison::Polarity;
use crate::explorer::{Explorer, Extent, Layer, Pasting};
use ask_me::AskMe;
use company::CompanyPage;
use detail::Detail;
use dialog::Message;
use entry_box::EntryBox;
use footer::Footer;
use gauge::Gauge;
use header::Header;
use headline::Headline;
use help::HelpList;
use insight::InsightPage;
use layout::Parts;
use list::ListBox;
use notes::Notes;
use panes::Panes;
use profiles::ProfileList;
use spots::Canvas;
use standings::Standings;

/// The smallest screen that is drawn, in columns and rows.
const SMALLEST: (u16, u16) = (40, 10);

/// Draws the whole screen and returns how much of the layer with the keys fits on it, and what can be pointed at.
pub fn draw(explorer: &Explorer, theme: &Theme, area: Rect, buf: &mut Buffer) -> (Extent, Spots) {
    let area = area.intersection(buf.area);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let (columns, rows) = SMALLEST;
        Line::from(format!("Window too small: needs {columns} x {rows}")).render(area, buf);
        return <(Extent, Spots)>::default();
    }
    let parts = parts(explorer, area);
    let story = explorer.story();
    let mut canvas = Canvas { buf, spots: Spots::default() };
    Header { explorer, theme }.render(parts.header, canvas.buf);
    Headline { story, is_blind: explorer.is_blind(), theme }.render(parts.headline, canvas.buf);
    if explorer.comparison().alternatives().len() == 2 {
        Gauge { explorer, theme }.render(parts.gauge, canvas.buf);
    } else {
        Standings { explorer, theme }.draw(parts.gauge, &mut canvas);
    }
    let extent = Panes { explorer, theme }.draw(parts.panes, &mut canvas);
    let buf = &mut *canvas.buf;
    Detail { explorer, theme }.render(parts.detail, buf);
    let open = explorer.is_blind().then(|| explorer.open_reasons());
    Notes { story, open, theme }.render(parts.notes, buf);
    let areas = (area, parts.panes.y);
    let extent = draw_layer(explorer.layer(), explorer, theme, areas, extent, &mut canvas);
    Footer { explorer, theme }.draw(parts.footer, &mut canvas);
    ascii::convert(theme.signs, area, canvas.buf);
    (extent, canvas.spots)
}

/// How the screen is divided.
fn parts(explorer: &Explorer, area: Rect) -> Parts {
    let parts = Parts::of(area, explorer.comparison());
    // What is shown there is not one's own, and that must be said.
    let is_other = |layer: &Layer| matches!(layer, Layer::Profiles(_) | Layer::Trial(_));
    let parts = if explorer.layer().all().any(is_other) { parts.with_header() } else { parts };
    if gauge::is_any_ruled_out_of_two(explorer) { parts.without_hill() } else { parts }
}

/// Whether a layer is a small box, and not a page.
fn is_box(layer: &Layer) -> bool {
    match layer {
        Layer::Typing(_)
        | Layer::Explaining(_)
        | Layer::Pasting(_)
        | Layer::Editing(_)
        | Layer::Sides(_)
        | Layer::Alternatives(_)
        | Layer::Files(_)
        | Layer::Deleting(_)
        | Layer::Replacing(_)
        | Layer::Conflict(_)
        | Layer::Leaving(_) => true,
        Layer::Panes
        | Layer::Help(_)
        | Layer::Insight(_)
        | Layer::Trial(_)
        | Layer::Ranking(_)
        | Layer::Question(_)
        | Layer::Choice(_)
        | Layer::Ending(_)
        | Layer::Deciding(_)
        | Layer::Single(_)
        | Layer::Finding(_)
        | Layer::Adding(_)
        | Layer::Profiles(_)
        | Layer::Company(_) => false,
    }
}

/// Draws a layer over the panes, of which `extent` fits, and returns how much of it fits; `below` is the first row below
/// the answer.
fn draw_layer(
    layer: &Layer,
    explorer: &Explorer,
    theme: &Theme,
    (area, below): (Rect, u16),
    extent: Extent,
    canvas: &mut Canvas<'_>,
) -> Extent {
    let above_footer = Rect { height: area.height - 1, ..area };
    let below_header = Rect { y: area.y + 1, height: area.height - 2, ..area };
    let below_answer = Rect { y: below, height: above_footer.bottom().saturating_sub(below), ..area };
    // Of boxes that stand over each other only the topmost is drawn.
    let mut beneath = layer.all().skip(1);
    let beneath = beneath.find(|over| !(is_box(layer) && is_box(over)));
    let extent =
        beneath.map_or(extent, |over| draw_layer(over, explorer, theme, (area, below), extent, canvas));
    let mut ask = |title: &str, question: &str| {
        Message { title, question, layer, theme }.draw(above_footer, canvas);
        extent
    };
    match layer {
        Layer::Panes | Layer::Trial(_) | Layer::Finding(_) => extent,
        Layer::Adding(_) => {
            // The line that is being typed has the keys.
            canvas.spots.clear();
            extent
        }
        Layer::Help(help) => HelpList { help, explorer, theme }.draw(below_header, canvas),
        Layer::Insight(insight) => InsightPage { insight, layer, explorer, theme }.draw(below_header, canvas),
        Layer::Ranking(_)
        | Layer::Question(_)
        | Layer::Choice(_)
        | Layer::Ending(_)
        | Layer::Deciding(_)
        | Layer::Single(_) => AskMe { layer, explorer, theme }.draw(below_answer, canvas),
        // The answer above is that of the chosen line.
        Layer::Company(company) => CompanyPage { company, explorer, theme }.draw(below_header, canvas),
        Layer::Profiles(profiles) => ProfileList { profiles, explorer, theme }.draw(below_answer, canvas),
        Layer::Typing(typing) => {
            let comparison = explorer.comparison();
            EntryBox::typing(typing, comparison, layer, theme).draw(above_footer, canvas);
            extent
        }
        Layer::Explaining(explaining) => {
            let comparison = explorer.comparison();
            EntryBox::explaining(explaining, comparison, layer, theme).draw(above_footer, canvas);
            extent
        }
        Layer::Editing(editing) => ListBox::editing(editing, explorer, theme).draw(above_footer, canvas),
        Layer::Sides(sides) => ListBox::sides(sides, explorer, theme).draw(above_footer, canvas),
        Layer::Alternatives(list) => ListBox::alternatives(*list, explorer, theme).draw(above_footer, canvas),
        Layer::Files(files) => ListBox::files(files, theme).draw(above_footer, canvas),
        Layer::Pasting(pasting) => ask("Sure?", &pasted(pasting, explorer)),
        Layer::Deleting(deleting) => ask(
            "Sure?",
            &format!(
                "Delete the profile {}? It can be brought back until you change something.",
                deleting.name()
            ),
        ),
        Layer::Replacing(replacing) => ask("Sure?", &replacing.told()),
        Layer::Conflict(conflict) => ask("Changed elsewhere", &conflict.told()),
        Layer::Leaving(_) => ask("Unsaved", &explorer.what_is_unsaved()),
    }
}

/// What would be added of what was pasted.
fn pasted(pasting: &Pasting, explorer: &Explorer) -> String {
    let pros = pasting.lines().iter().filter(|(polarity, _)| *polarity == Polarity::Pro).count();
    let (all, cons) = (pasting.lines().len(), pasting.lines().len() - pros);
    let name = &explorer.comparison()[pasting.alternative()].name;
    let sides = match (pros, cons) {
        (_, 0) => format!("for {name}"),
        (0, _) => format!("against {name}"),
        (pros, cons) => format!("to {name}: {pros} for it, {cons} against it"),
    };
    format!("Add these {all} lines {sides}?")
}
