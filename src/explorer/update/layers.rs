//! What moving, taking and backing out mean in each layer.

use crate::explorer::{Effect, Explorer, Layer, Motion, Notice};
use crate::search::Search;

impl Explorer {
    pub(super) fn moved(&mut self, motion: Motion) {
        let extent = self.extent;
        match &mut self.layer {
            Layer::Panes | Layer::Trial(_) => {
                self.cursor = self.cursor.moved(motion, &self.document.comparison, &self.listing, extent);
            }
            Layer::Help(help) => help.moved(motion, extent),
            Layer::Insight(insight) => insight.moved(motion, extent),
            Layer::Ranking(ranking) => ranking.moved(motion, extent),
            Layer::Profiles(_) => self.move_through_profiles(motion),
            Layer::Company(company) => company.moved(motion, &self.document.comparison, extent),
            Layer::Finding(_) => self.move_among_found(motion),
            Layer::Adding(_) => self.add_beside(motion),
            Layer::Typing(typing) => typing.moved(motion),
            Layer::Editing(editing) => editing.moved(motion, extent),
            Layer::Sides(sides) => sides.moved(motion, extent),
            Layer::Alternatives(_) => self.move_through_alternatives(motion, extent),
            Layer::Files(files) => files.moved(motion, extent),
            Layer::Question(question) => question.moved(motion, extent),
            Layer::Choice(choice) => choice.moved(motion, extent),
            Layer::Ending(ending) => ending.moved(motion, extent),
            Layer::Deciding(deciding) => deciding.moved(motion, extent),
            Layer::Single(single) => single.moved(motion, extent),
            Layer::Explaining(_)
            | Layer::Pasting(_)
            | Layer::Deleting(_)
            | Layer::Replacing(_)
            | Layer::Conflict(_)
            | Layer::Leaving(_) => {}
        }
    }

    /// Does what the dialog proposes; it closes unless it says otherwise.
    pub(super) fn accept(&mut self) -> Option<Effect> {
        match self.take_layer() {
            Layer::Typing(typing) => return typing.accept(self),
            Layer::Adding(adding) => adding.accept(self),
            Layer::Pasting(pasting) => pasting.accept(self),
            Layer::Editing(editing) => editing.accept(self),
            Layer::Sides(sides) => sides.accept(self),
            Layer::Files(files) => return files.accept(self),
            Layer::Profiles(profiles) => return profiles.accept(self),
            Layer::Company(company) => return company.accept(self),
            Layer::Deleting(deleting) => return Some(deleting.accept(self)),
            Layer::Replacing(replacing) => return Some(replacing.accept(self)),
            Layer::Leaving(leaving) => return leaving.accept(self),
            Layer::Insight(insight) => insight.accept(self),
            Layer::Trial(trial) => trial.accept(self),
            Layer::Ranking(ranking) => ranking.accept(self),
            Layer::Question(question) => question.answer(self, None),
            Layer::Choice(choice) => choice.accept(self),
            Layer::Ending(_) => self.keep_what_was_said(),
            Layer::Deciding(deciding) => deciding.accept(self),
            Layer::Explaining(explaining) => return Some(explaining.accept(self)),
            Layer::Finding(finding) => self.find_this(finding),
            Layer::Single(_) => {}
            layer @ (Layer::Panes | Layer::Help(_) | Layer::Conflict(_) | Layer::Alternatives(_)) => {
                self.layer = layer;
            }
        }
        None
    }

    /// Backs out one level: to the layer below, else to the panes.
    pub(super) fn back(&mut self) {
        let layer = self.take_layer();
        if self.set_typed_aside(&layer) {
            self.notice = Some(Notice::done("What you typed waits until you come back to it"));
        }
        match layer {
            Layer::Trial(trial) => trial.back(self),
            Layer::Ranking(_) | Layer::Question(_) => self.leave_conversation(layer),
            Layer::Choice(choice) => choice.back(self),
            Layer::Ending(_) => self.keep_what_was_said(),
            Layer::Profiles(_) => self.open.end_trial(),
            Layer::Sides(sides) => sides.back(self),
            Layer::Finding(finding) => self.find_nothing(finding),
            Layer::Help(mut help) if !help.search().is_empty() => {
                help.look_for(Search::default());
                self.layer = Layer::Help(help);
            }
            Layer::Typing(typing) => typing.back(self),
            Layer::Help(_)
            | Layer::Deciding(_)
            | Layer::Explaining(_)
            | Layer::Adding(_)
            | Layer::Pasting(_)
            | Layer::Editing(_)
            | Layer::Alternatives(_)
            | Layer::Files(_)
            | Layer::Deleting(_)
            | Layer::Replacing(_)
            | Layer::Conflict(_)
            | Layer::Leaving(_)
            | Layer::Panes
            | Layer::Insight(_)
            | Layer::Company(_)
            | Layer::Single(_) => self.layer = layer.into_over(),
        }
    }

    /// Gives the keys to the panes, and with that ends what is tried on or previewed and the conversation.
    pub(in crate::explorer) fn back_to_panes(&mut self) {
        self.layer = Layer::Panes;
        self.open.end_trial();
        self.open.end_conversation();
    }

    /// Whether the person was just asked what becomes of what is not saved, and may be reading the help.
    pub(super) fn is_asked_to_save(&self) -> bool {
        let mut layers = self.layer.all().filter(|layer| !matches!(layer, Layer::Help(_)));
        matches!(layers.next(), Some(Layer::Leaving(_)))
    }

    /// Takes back what was said last.
    pub(super) fn step_back_in_layer(&mut self) {
        match self.take_layer() {
            Layer::Ranking(ranking) => ranking.step_back(self),
            Layer::Question(question) => question.step_back(self),
            Layer::Choice(choice) => choice.step_back(self),
            Layer::Ending(ending) => ending.step_back(self),
            layer => self.layer = layer,
        }
    }

    /// Ends the order or the questions.
    pub(super) fn enough(&mut self) {
        match self.take_layer() {
            Layer::Ranking(ranking) => ranking.enough(self),
            Layer::Question(question) => question.enough(self),
            layer => self.layer = layer,
        }
    }

    /// The layer, which leaves the keys to the panes.
    pub(in crate::explorer) fn take_layer(&mut self) -> Layer {
        std::mem::replace(&mut self.layer, Layer::Panes)
    }
}
