//! The whole job line by line, for screen readers, simple terminals, pipes and scripts: a line in, what to do and what to
//! say out. The state is the explorer's; here is only where in the conversation one is.

mod said;
mod turn;
mod word;

pub use word::{Entry, WORDS, Word};

use crate::comparison::ClaimId;
use crate::decision::Verdict;
use crate::explorer::{Action, Command, Explorer, Layer, Said};
use crate::profile::ProfileName;
use crate::safe_text::SafeText;
use crate::story::question_number;
use crate::weight::Weight;
use crate::wording::{quoted, suggestion};

/// Where in the conversation one is.
#[derive(Debug, Default)]
pub struct Dialogue {
    /// The sides of the reason that is asked about; none at the end.
    asked: Vec<ClaimId>,
    /// What is not asked again by itself, each with how many changes there were before that was answered.
    answered: Vec<(ClaimId, usize)>,
    /// How often the text had changed in which the claims have these places.
    text: usize,
    /// What there is to say of the last line.
    pending: String,
    then: Then,
    /// What the last line asks for.
    actions: Vec<Action>,
    /// Whether it asked for anything.
    acted: bool,
    /// The answer with all that is behind it, as it was told last.
    told: String,
    /// Whether it was said that there is hardly any doubt, which is done once.
    is_doubt_told: bool,
    /// What was marked by the last line.
    marked: Option<ClaimId>,
    saving: Saving,
}

/// What becomes of saving.
#[derive(Debug, Default)]
enum Saving {
    /// Nobody asked for it, or it was given up.
    #[default]
    NotAsked,
    /// It was asked for, under this name if one was said.
    Asked(Option<ProfileName>),
}

/// What is said after what a line did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Then {
    /// Nothing: the question stands.
    #[default]
    Wait,
    /// The question.
    Ask,
    /// What the answer is now, and the question.
    Answer,
    /// The same, and the question is the one whose answer was taken back.
    AskAgain,
}

impl Dialogue {
    /// What is said first.
    pub fn begin(&mut self, explorer: &Explorer) -> String {
        let answer = said::answer(explorer, None);
        said::beginning(&answer, explorer) + &self.place(&answer, explorer)
    }

    /// Whether a line is meant for the question about a reason, to which it goes back first from one in between.
    pub fn leads_back(&mut self, line: &str, explorer: &Explorer) -> bool {
        let leads_back = turn::leads_back(line.trim(), explorer);
        self.then = if leads_back { Then::Ask } else { Then::Wait };
        leads_back
    }

    /// What a line asks for. What there is to say of it, [`Self::reply`] says once that is done.
    pub fn hear(&mut self, line: &str, explorer: &Explorer) -> Vec<Action> {
        let line = line.trim();
        if !self.is_save_due(explorer) {
            self.saving = Saving::NotAsked;
        }
        match explorer.layer() {
            Layer::Panes => self.at_question(line, explorer),
            layer => self.at_turn(line, layer, explorer),
        }
        self.acted = !self.actions.is_empty();
        std::mem::take(&mut self.actions)
    }

    /// Says why a line could not be read.
    pub fn refuse(&mut self, problem: &str) {
        self.say(problem);
        (self.then, self.acted) = (Then::Wait, false);
    }

    /// What is said of the last line, and what is asked then.
    pub fn reply(&mut self, explorer: &Explorer) -> String {
        let changes = explorer.document().changes();
        if std::mem::replace(&mut self.text, changes) != changes {
            // The places of the claims are others now.
            self.asked.clear();
            self.answered.clear();
        }
        let mut said = std::mem::take(&mut self.pending);
        let mut add = |more: &str| {
            let is_apart = more.is_empty() || said.is_empty() || said.ends_with('\n');
            said.push_str(if is_apart { "" } else { " " });
            said.push_str(more);
        };
        if self.acted {
            add(&said::notice(explorer).unwrap_or_default());
        }
        if let Some(claim) = self.marked.take() {
            add(&said::marked(claim, explorer));
            if said::left(explorer).len() < 2 {
                // The end, which comes now, tells the answer.
                self.then = Then::Ask;
            }
        }
        let mut answer = String::new();
        if matches!((self.then, explorer.layer()), (Then::Answer | Then::AskAgain, Layer::Panes))
            && !explorer.is_blind()
        {
            answer = explorer.story().after(explorer.open().before());
            add(&answer);
        }
        if !said.is_empty() && !said.ends_with('\n') {
            said.push('\n');
        }
        if self.then == Then::AskAgain {
            let claim = explorer.cursor().claim;
            let sides = claim.map_or_else(Vec::new, |claim| said::line_of(claim, explorer));
            if self.answered.iter().any(|(side, _)| sides.contains(side)) {
                self.ask(sides);
            }
        }
        if self.then != Then::Wait {
            said.push_str(&self.place(&answer, explorer));
        }
        said
    }

    /// What is still to be said when it ends here.
    #[must_use]
    pub fn end(&mut self, explorer: &Explorer) -> String {
        let behind = said::behind(explorer);
        let is_told = behind == self.told;
        self.told.clone_from(&behind);
        if is_told { String::new() } else { behind }
    }

    /// What is said when it has ended as the person asked.
    #[must_use]
    pub fn farewell(&mut self, explorer: &Explorer) -> String {
        let mut said = std::mem::take(&mut self.pending);
        said.extend(said::notice(explorer).map(|notice| notice + "\n"));
        said
    }

    /// Whether saving was asked for and has neither been done nor given up.
    #[must_use]
    pub fn is_save_due(&self, explorer: &Explorer) -> bool {
        let Saving::Asked(name) = &self.saving else { return false };
        let is_it = name.as_ref().is_none_or(|name| explorer.open().is_called(name));
        let is_asking = !matches!(explorer.layer(), Layer::Panes);
        is_asking || !is_it || explorer.unsaved()
    }

    /// What is asked now, where the answer was just told in these words.
    fn place(&mut self, answer: &str, explorer: &Explorer) -> String {
        if let Some(turn) = turn::asked(explorer) {
            return format!("\n{turn}\n");
        }
        let mut to_ask = explorer.open_reasons();
        to_ask.retain(|reason| self.answered.iter().all(|(answered, _)| answered != reason));
        let mut said = "\n".to_owned();
        if self.asked.is_empty() {
            let Some(next) = explorer.most_telling(&to_ask) else {
                let behind = self.end(explorer);
                let behind = behind.strip_prefix(answer).unwrap_or(&behind).trim_start();
                return said + behind + &said::end(&to_ask, explorer);
            };
            self.asked = explorer.story().sides(next);
            if explorer.assessment().verdict == Verdict::Clear && !self.is_doubt_told {
                self.is_doubt_told = true;
                let doubt = explorer.story().hardly_any_doubt();
                said.extend(doubt.map(|doubt| format!("{doubt} Say quit to stop here, or go on.\n")));
            }
            let number = question_number(self.answered.len() + 1, to_ask.len().saturating_sub(1));
            said.extend([&number.replacen('q', "Q", 1), ".\n"]);
        }
        said + &said::question(&self.asked, explorer)
    }

    fn at_question(&mut self, line: &str, explorer: &Explorer) {
        let Some((word, rest)) = word::word(line) else { return self.weigh(line, explorer) };
        let first = match (self.asked.first(), word) {
            (Some(first), _) => *first,
            (None, Word::Skip) => return self.then = Then::Ask,
            (None, Word::Off | Word::Must | Word::Note | Word::More) => return self.say(said::NOT_ASKED),
            // It is of no use to the others.
            (None, _) => ClaimId(0),
        };
        match word {
            Word::Skip => {
                self.pass(explorer);
                self.then = Then::Ask;
                self.say("Skipped.");
            }
            Word::Off => {
                self.pending = said::titles(&self.asked, explorer) + ": switched off.";
                self.answer(Said::Off, explorer);
            }
            Word::Must => {
                self.marked = Some(first);
                self.answer(Said::Essential, explorer);
            }
            Word::Note => {
                self.say(if rest.is_empty() { "It has no note." } else { "Noted." });
                self.actions.push(Action::Say(self.asked.clone(), Said::Note(SafeText::line(rest))));
            }
            Word::More => self.pending = said::more(&self.asked, explorer),
            Word::Undo => self.undo(explorer),
            Word::List => self.pending = said::list(explorer),
            Word::Go => match turn::found(rest, &said::names(explorer)) {
                Err(problem) => self.pending = problem,
                Ok(place) => {
                    self.then = Then::Ask;
                    self.ask(said::lines(explorer).swap_remove(place));
                }
            },
            Word::Why => {
                self.told = said::behind(explorer);
                self.pending.clone_from(&self.told);
            }
            Word::Blind => {
                self.act(Action::Do(Command::Blind));
                self.then = Then::Answer;
            }
            Word::Profiles => self.act(Action::Do(Command::Profiles)),
            Word::Save => {
                let name = ProfileName::new(rest);
                self.saving = Saving::Asked(name.as_ref().ok().cloned());
                match name {
                    _ if rest.is_empty() => self.act(Action::Do(Command::Save)),
                    Ok(name) => self.act(Action::SaveAs(name)),
                    Err(problem) => self.pending = turn::refused(&problem.to_string()),
                }
            }
            Word::Quit => {
                self.pending = self.end(explorer);
                self.act(Action::Do(Command::Quit));
            }
            Word::Help => self.pending = said::help(),
        }
    }

    /// Takes a weight, or says what is understood.
    fn weigh(&mut self, line: &str, explorer: &Explorer) {
        let weight = line.parse().ok().and_then(Weight::new);
        match (weight, self.asked.first()) {
            (Some(weight), Some(side)) => {
                self.pending = format!("{}: {}.", explorer.story().reason(*side), weight.points());
                self.answer(Said::Matters(weight), explorer);
            }
            (Some(_), None) => self.say(said::NOT_ASKED),
            (None, _) if line.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) => {
                self.say("A weight is a whole number from 0 to 10.");
            }
            (None, _) => {
                let words = WORDS.iter().flat_map(|entry| entry.typed).filter(|word| word.len() > 1);
                let meant = suggestion(&line.to_lowercase(), words.copied());
                let meant = if meant.is_empty() { "; help lists what is." } else { &meant };
                self.pending = quoted(line) + " is not understood here" + meant;
            }
        }
    }

    /// Takes an answer to what is asked.
    fn answer(&mut self, said: Said, explorer: &Explorer) {
        let sides = self.asked.clone();
        self.pass(explorer);
        self.act(Action::Say(sides, said));
        self.then = Then::Answer;
    }

    /// Goes on from what is asked, which is not asked again by itself.
    fn pass(&mut self, explorer: &Explorer) {
        let changes = explorer.open().changes();
        self.answered.extend(self.asked.first().map(|side| (*side, changes)));
        self.asked.clear();
    }

    /// Takes the last answer back, and asks again.
    fn undo(&mut self, explorer: &Explorer) {
        let changes = explorer.open().changes();
        // What was only skipped changed nothing.
        if let Some((side, before)) = self.answered.last().copied()
            && before == changes
        {
            self.then = Then::Ask;
            self.ask(said::line_of(side, explorer));
            return self.say("Back.");
        }
        self.act(Action::Do(Command::Undo));
        if changes > 0 {
            self.then = Then::AskAgain;
        }
    }

    /// Asks about a reason by its sides.
    fn ask(&mut self, sides: Vec<ClaimId>) {
        self.answered.retain(|(side, _)| !sides.contains(side));
        self.asked = sides;
    }

    fn say(&mut self, text: &str) {
        text.clone_into(&mut self.pending);
    }

    fn act(&mut self, action: Action) {
        self.then = Then::Ask;
        self.actions.push(action);
    }
}
