//! A comparison of one's own is begun: what is asked, then what there is to choose from, one after the other.

use std::path::PathBuf;

use super::typing::Purpose;
use crate::comparison::MOST_ALTERNATIVES;
use crate::edit;
use crate::explorer::{Effect, Explorer, Source};

/// A comparison as far as it is begun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    /// Where it will be saved, if that was said.
    pub file: Option<PathBuf>,
    /// What it asks; none if that is being asked.
    pub question: Option<String>,
    /// What there is to choose from so far.
    pub names: Vec<String>,
}

impl Beginning {
    /// Takes the question or one more name; no name is the end.
    pub(super) fn take(mut self, text: &str, explorer: &mut Explorer) -> Result<Option<Effect>, String> {
        let is_empty = text.trim().is_empty();
        let Some(question) = &self.question else {
            if is_empty {
                return Err("what do you want to decide?".to_owned());
            }
            // Two names that are none stand for those that are still to come.
            assert_sound(text, &["1".to_owned(), "2".to_owned()])?;
            explorer.ask_text(Purpose::Begin(Self { question: Some(text.to_owned()), ..self }));
            return Ok(None);
        };
        if is_empty && self.names.len() < 2 {
            return Err("it takes two at least to choose from".to_owned());
        }
        if !is_empty {
            self.names.push(text.to_owned());
        }
        if is_empty || self.names.len() == MOST_ALTERNATIVES {
            assert_sound(question, &self.names)?;
            let question = question.clone();
            return Ok(Some(Effect::Explore(Source::New { question, names: self.names, file: self.file })));
        }
        // What is wrong with a name is said right away.
        let stand_in = (self.names.len() == 1).then(|| format!("{text} 2"));
        assert_sound(question, &self.names.iter().cloned().chain(stand_in).collect::<Vec<_>>())?;
        explorer.ask_text(Purpose::Begin(self));
        Ok(None)
    }

    /// One step back, and what was typed there; none from the question.
    pub(super) fn back(mut self) -> Option<(Self, String)> {
        let text = match self.names.pop() {
            Some(name) => name,
            None => self.question.take()?,
        };
        Some((self, text))
    }
}

fn assert_sound(question: &str, names: &[String]) -> Result<(), String> {
    edit::begin(question, names, &[]).map(|_| ()).map_err(|refusal| refusal.to_string())
}

impl Explorer {
    /// Asks for a comparison of one's own, which will be saved in this file if one was said.
    pub fn begin(&mut self, file: Option<PathBuf>) {
        // What is to be said of the one that is open has nothing to do with it.
        self.notice = None;
        self.ask_text(Purpose::Begin(Beginning { file, ..Beginning::default() }));
    }
}
