//! How the state changes: one action in, at most one effect out, no I/O.

mod claims;
mod profiles;
mod weighing;

use super::notice::first_line;
use super::{
    Action, Command, Cursor, Effect, Explorer, FirstWeighing, InsightLine, Layer, Motion, Next, Notice, Over,
    Purpose, SaveRequest, insight,
};
use crate::shown::Shown;

impl Explorer {
    /// Changes the state as an action says and returns what the outside world must do about it.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        if let Action::Do(_) | Action::Edit(_) | Action::Paste(_) = action {
            self.notice = None;
        }
        match action {
            Action::Do(command) => self.command(command),
            Action::Edit(request) => {
                if let Layer::Naming(naming) = &mut self.layer {
                    naming.problem = None;
                    naming.input.handle(request);
                }
                None
            }
            Action::Paste(text) => {
                if let Layer::Naming(naming) = &mut self.layer {
                    naming.paste(&text);
                }
                None
            }
            Action::Saved { request, text, warning } => self.saved(request, text, warning),
            Action::Conflict(request) => {
                self.layer = Layer::Conflict(request);
                None
            }
            Action::Reloaded(profile, text) => {
                self.reloaded(profile, text);
                None
            }
            Action::DraftFailed(problem) => {
                self.notice = Some(Notice::problem(format!("Unsaved changes are not kept: {problem}")));
                None
            }
            Action::NotStopped => {
                self.notice =
                    Some(Notice::problem("Nothing here could make a stopped program go on, so it stays"));
                None
            }
            Action::NameTaken(request) => {
                self.layer = Layer::Replacing(request);
                None
            }
            Action::Listed(items) => {
                self.listed(items);
                None
            }
            Action::Opened(profile, text) => {
                self.open(profile, Some(text));
                self.notice = self.opening_notice().or_else(|| {
                    let name = self.profile.name.as_ref()?;
                    Some(Notice::done(format!("Opened {name}")))
                });
                None
            }
            Action::Renamed { from, to, text } => {
                self.renamed(&from, &to, text);
                Some(Effect::List)
            }
            Action::Deleted(name) => {
                self.deleted(&name);
                Some(Effect::List)
            }
            Action::BroughtBack(profile, text) => self.brought_back(profile, text),
            Action::Failed(problem) => {
                self.failed(problem);
                None
            }
        }
    }

    fn command(&mut self, command: Command) -> Option<Effect> {
        match command {
            Command::Move(motion) => self.moved(motion),
            Command::Toggle => self.toggle(),
            Command::Weigh(weighing) => self.weigh(weighing),
            Command::Essential => self.switch_essential(),
            Command::Undo => return self.undo(),
            Command::Redo => self.redo(),
            Command::SaveAs => self.ask_name(Purpose::Save(None)),
            Command::Rename => self.rename_chosen(),
            Command::Delete => self.delete_chosen(),
            Command::Counting => self.switch_counting(),
            Command::Narrower => self.change_band(-1),
            Command::Wider => self.change_band(1),
            Command::Insight => self.layer = Layer::Insight { at: 0 },
            Command::FirstWeighing => self.begin_first_weighing(),
            Command::Unpick => self.unpick(),
            Command::Enough => {
                if let Layer::FirstWeighing(FirstWeighing::Ranking(ranking)) = &self.layer {
                    let ranking = ranking.clone();
                    self.rank(&ranking);
                }
            }
            Command::Help => self.layer = Layer::Help { scroll: 0 },
            Command::Save => return self.save(None),
            Command::Profiles => return Some(Effect::List),
            Command::Accept => return self.accept(),
            Command::Discard => return self.discard(),
            Command::Reload => return self.reload(),
            Command::Overwrite => return self.overwrite(),
            Command::Suspend => return Some(Effect::Suspend),
            Command::Back => return self.back(),
            Command::Interrupt if matches!(self.layer, Layer::Leaving(_)) => return Some(Effect::Quit),
            Command::Quit | Command::Interrupt => return self.leave(Next::Quit),
        }
        None
    }

    fn moved(&mut self, motion: Motion) {
        let page = self.extent.page.max(1);
        match &mut self.layer {
            Layer::Panes => self.cursor = self.cursor.moved(motion, &self.comparison, page),
            Layer::Help { scroll } => *scroll = motion.along(*scroll, self.extent.overflow, page),
            Layer::Profiles(shelf) => {
                let last = shelf.lines().saturating_sub(1);
                shelf.chosen = motion.along(shelf.chosen, last, page);
            }
            Layer::FirstWeighing(FirstWeighing::Ranking(ranking)) => {
                let last = (ranking.criteria.len() - ranking.picked.len()).saturating_sub(1);
                ranking.at = motion.along(ranking.at, last, page);
            }
            Layer::Insight { at } => {
                let at = *at;
                let last = self.insight_lines().len().saturating_sub(1);
                self.layer = Layer::Insight { at: motion.along(at, last, page) };
            }
            Layer::FirstWeighing(FirstWeighing::Question(_))
            | Layer::Naming(_)
            | Layer::Deleting(_)
            | Layer::Replacing(_)
            | Layer::Conflict(_)
            | Layer::Leaving(_) => {}
        }
    }

    /// The lines of the insight view that can be chosen, each with the claim that it is about.
    fn insight_lines(&self) -> Vec<Option<usize>> {
        insight(self).iter().filter(|line| line.is_selectable()).map(InsightLine::claim).collect()
    }

    /// Goes to the claim of the chosen line of the insight view.
    fn jump(&mut self, at: usize) {
        match self.insight_lines().get(at) {
            Some(Some(claim)) => self.cursor = Cursor::at(&self.comparison, *claim),
            Some(None) | None => self.layer = Layer::Insight { at },
        }
    }

    /// Does what the dialog proposes.
    fn accept(&mut self) -> Option<Effect> {
        match std::mem::replace(&mut self.layer, Layer::Panes) {
            Layer::Naming(naming) => self.named(naming),
            Layer::Profiles(shelf) => self.open_chosen(shelf),
            Layer::Deleting(name) => Some(Effect::Delete(name)),
            Layer::Replacing(request) => Some(Effect::Save(SaveRequest { over: Over::Anything, ..request })),
            Layer::Leaving(next) => self.save(Some(next)),
            Layer::Insight { at } => {
                self.jump(at);
                None
            }
            Layer::FirstWeighing(FirstWeighing::Ranking(ranking)) => {
                self.pick(ranking);
                None
            }
            Layer::FirstWeighing(FirstWeighing::Question(question)) => {
                self.skip(question);
                None
            }
            layer @ (Layer::Panes | Layer::Help { .. } | Layer::Conflict(_)) => {
                self.layer = layer;
                None
            }
        }
    }

    /// Backs out one level.
    fn back(&mut self) -> Option<Effect> {
        let renaming =
            matches!(&self.layer, Layer::Naming(naming) if matches!(naming.purpose, Purpose::Rename(_)));
        let to_shelf = renaming || matches!(self.layer, Layer::Deleting(_));
        self.layer = Layer::Panes;
        to_shelf.then_some(Effect::List)
    }

    /// Goes on to `next`, asking first if something is unsaved.
    fn leave(&mut self, next: Next) -> Option<Effect> {
        if self.unsaved() {
            self.layer = Layer::Leaving(next);
            return None;
        }
        self.go(next)
    }

    /// Goes on to `next` without asking.
    fn go(&mut self, next: Next) -> Option<Effect> {
        self.layer = Layer::Panes;
        match next {
            Next::Quit => Some(Effect::Quit),
            Next::Open(name) => Some(Effect::Open(name)),
            Next::Preset(i) => {
                if let Some(preset) = self.comparison.presets.get(i).cloned() {
                    self.open_preset(&preset);
                }
                None
            }
        }
    }

    fn discard(&mut self) -> Option<Effect> {
        let Layer::Leaving(next) = std::mem::replace(&mut self.layer, Layer::Panes) else { return None };
        self.go(next)
    }

    fn failed(&mut self, problem: String) {
        if let Layer::Naming(naming) = &mut self.layer {
            naming.problem = Some(Shown::line(first_line(&problem)));
        } else {
            self.layer = Layer::Panes;
            self.notice = Some(Notice::problem(problem));
        }
    }
}

impl Motion {
    /// The place after this motion along a list of places `0..=last`.
    fn along(self, at: usize, last: usize, page: usize) -> usize {
        let moved = match self {
            Self::Up => at.saturating_sub(1),
            Self::Down => at + 1,
            Self::PageUp => at.saturating_sub(page),
            Self::PageDown => at + page,
            Self::First => 0,
            Self::Last => last,
            Self::Left | Self::Right => at,
        };
        moved.min(last)
    }
}
