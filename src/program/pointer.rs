//! The mouse: what a click, a drag or the wheel means where it was.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::{Flow, Program};
use crate::comparison::{AlternativeId, ClaimId};
use crate::explorer::{Action, Command, Layer, Motion};
use crate::keymap;
use crate::view::Spot;
use crate::weight::Weight;

impl Program {
    /// Takes one event of the mouse to its end.
    pub(super) fn point(&mut self, event: MouseEvent) -> Flow {
        let place = Position::new(event.column, event.row);
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) => self.click(place),
            MouseEventKind::Drag(MouseButton::Left) => self.drag(event.column),
            MouseEventKind::ScrollUp => self.scroll(place, Motion::Up),
            MouseEventKind::ScrollDown => self.scroll(place, Motion::Down),
            MouseEventKind::Up(_) => {
                self.let_go();
                Flow::Idle
            }
            MouseEventKind::Down(MouseButton::Right | MouseButton::Middle)
            | MouseEventKind::Drag(MouseButton::Right | MouseButton::Middle)
            | MouseEventKind::ScrollLeft
            | MouseEventKind::ScrollRight
            | MouseEventKind::Moved => Flow::Idle,
        }
    }

    /// What was dragged stays where it is.
    pub(super) fn let_go(&mut self) {
        if self.dragged.take().is_some() {
            self.update(Action::LetGo);
        }
    }

    fn click(&mut self, place: Position) -> Flow {
        self.let_go();
        let Some(spot) = self.spots.at(place) else { return Flow::Idle };
        // A claim is only gone to while something is tried on or looked for.
        let only_goes = matches!(self.explorer.layer(), Layer::Trial(_) | Layer::Finding(_));
        match spot {
            Spot::Key(command) => self.act(Action::Do(command)),
            Spot::Lines => Flow::Idle,
            Spot::Line(line) => self.go(Motion::To(line)),
            Spot::Chosen => match keymap::on_enter(self.explorer.layer()) {
                Some(command) => self.act(Action::Do(command)),
                None => Flow::Idle,
            },
            Spot::Pane(AlternativeId(place)) | Spot::Person(place) => self.go(Motion::Pane(place)),
            Spot::Mark(claim) if !only_goes => {
                self.go_to(claim);
                self.act(Action::Do(Command::Toggle))
            }
            Spot::Bar(claim) if !only_goes => {
                let is_short = self.spots.is_short(claim);
                self.keeping_spots(|program| program.go_to(claim));
                self.dragged = Some(claim);
                let weight = self.explorer.profile().weight(self.explorer.comparison(), claim);
                match self.spots.weight(claim, place.x) {
                    // Of a cell that stands for two points, a second click takes one.
                    Some(same) if is_short && weight == Some(same) => {
                        let less = Weight::clamped(same.points().saturating_sub(1));
                        self.keeping_spots(|program| program.act(Action::Drag(less)))
                    }
                    Some(_) | None => self.drag(place.x),
                }
            }
            Spot::Claim(claim) | Spot::Mark(claim) | Spot::Bar(claim) => self.go_to(claim),
        }
    }

    /// Moves the weight that is being dragged to a column, also if the pointer is beyond the ends of its bar.
    fn drag(&mut self, column: u16) -> Flow {
        let weight = self.dragged.and_then(|claim| self.spots.weight(claim, column));
        weight.map_or(Flow::Idle, |weight| self.keeping_spots(|program| program.act(Action::Drag(weight))))
    }

    /// Moves through what is under the pointer: a pane, or the lines of a box.
    fn scroll(&mut self, place: Position, motion: Motion) -> Flow {
        let pane = |spot| match spot {
            Spot::Lines => Some(None),
            Spot::Pane(AlternativeId(pane)) => Some(Some(pane)),
            Spot::Key(_)
            | Spot::Person(_)
            | Spot::Line(_)
            | Spot::Chosen
            | Spot::Claim(_)
            | Spot::Mark(_)
            | Spot::Bar(_) => None,
        };
        let Some(pane) = self.spots.under(place).find_map(pane) else { return Flow::Idle };
        self.let_go();
        // A text is read on by more than a line.
        let steps = match self.explorer.layer() {
            Layer::Help(_) | Layer::Insight(_) | Layer::Question(_) | Layer::Single(_) | Layer::Ending(_) => {
                3
            }
            _ => 1,
        };
        self.keeping_spots(|program| {
            if let Some(pane) = pane {
                program.go(Motion::Pane(pane));
            }
            for _ in 1..steps {
                program.go(motion);
            }
            program.go(motion)
        })
    }

    /// Does what may come many times before it is drawn, and does nothing else wherever the pointer is.
    fn keeping_spots(&mut self, act: impl FnOnce(&mut Self) -> Flow) -> Flow {
        let spots = std::mem::take(&mut self.spots);
        let flow = act(self);
        self.spots = spots;
        flow
    }

    fn go_to(&mut self, ClaimId(place): ClaimId) -> Flow {
        self.go(Motion::To(place))
    }

    fn go(&mut self, motion: Motion) -> Flow {
        self.act(Action::Do(Command::Move(motion)))
    }
}
