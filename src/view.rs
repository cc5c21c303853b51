//! Drawing: the state of the program as cells. It reads and writes nothing else.

mod detail;
mod dialog;
mod first_weighing;
mod footer;
mod gauge;
mod header;
mod help;
mod insight;
mod layout;
mod pane;
mod recommendation;
mod row;
mod scroll;
mod shelf;
mod text;
mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

pub use theme::Theme;

use crate::explorer::{Explorer, Extent, FirstWeighing, Layer};
use detail::Detail;
use dialog::{Asking, Conflict, Leaving, NameDialog};
use first_weighing::{QuestionBox, RankingList};
use footer::Footer;
use header::Header;
use help::HelpList;
use insight::Insight;
use layout::Parts;
use pane::Panes;
use recommendation::Recommendation;
use shelf::ShelfList;

/// The smallest screen that is drawn, in columns and rows.
const SMALLEST: (u16, u16) = (40, 10);

/// Draws the whole screen and returns how much of the layer with the keys fits on it.
pub fn draw(explorer: &Explorer, theme: &Theme, area: Rect, buf: &mut Buffer) -> Extent {
    let area = area.intersection(buf.area);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let (columns, rows) = SMALLEST;
        Line::from(format!("Make room: {columns} x {rows} at least")).render(area, buf);
        return Extent::default();
    }
    let parts = Parts::of(area, explorer.comparison());
    Header { explorer, theme }.render(parts.header, buf);
    let extent = Panes { explorer, theme }.draw(parts.panes, buf);
    Detail { explorer, theme }.render(parts.detail, buf);
    Recommendation { explorer, theme }.render(parts.recommendation, buf);
    Footer { explorer, theme }.render(parts.footer, buf);
    let above_footer = Rect { height: area.height - 1, ..area };
    match explorer.layer() {
        Layer::Panes => extent,
        Layer::Help { scroll } => HelpList { scroll: *scroll, theme }.draw(above_footer, buf),
        Layer::Insight { at } => {
            let below_header = Rect { y: area.y + 1, height: area.height - 2, ..area };
            Insight { at: *at, explorer, theme }.draw(below_header, buf)
        }
        Layer::FirstWeighing(FirstWeighing::Ranking(ranking)) => {
            RankingList { ranking, explorer, theme }.draw(above_footer, buf)
        }
        Layer::FirstWeighing(FirstWeighing::Question(question)) => {
            // The answer moves below while the questions are answered.
            let above_answer = Rect { height: parts.recommendation.y.saturating_sub(area.y), ..area };
            let area = if above_answer.height >= 12 { above_answer } else { above_footer };
            QuestionBox { question, explorer, theme }.render(area, buf);
            extent
        }
        Layer::Profiles(shelf) => ShelfList { shelf, explorer, theme }.draw(above_footer, buf),
        Layer::Naming(naming) => {
            NameDialog { naming, theme }.render(above_footer, buf);
            extent
        }
        Layer::Deleting(name) => {
            let question = format!("Delete the profile {name}? Its file goes for good.");
            Asking { question: &question, theme }.render(above_footer, buf);
            extent
        }
        Layer::Replacing(request) => {
            let name = request.profile.name.as_ref().map(ToString::to_string).unwrap_or_default();
            let question = format!("There is a profile {name} already. Write over it?");
            Asking { question: &question, theme }.render(above_footer, buf);
            extent
        }
        Layer::Conflict(_) => {
            Conflict { explorer, theme }.render(above_footer, buf);
            extent
        }
        Layer::Leaving(_) => {
            Leaving { explorer, theme }.render(above_footer, buf);
            extent
        }
    }
}
