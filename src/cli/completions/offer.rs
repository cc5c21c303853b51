//! What fits at a place of a line.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, ValueHint};

use crate::cli::args::{Cli, ExploreArgs, ScreenArgs};
use crate::cli::{command, comparison, saved_profiles};

/// A line without the program's name, in words without quotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) before: Vec<String>,
    /// The word that is completed, which may be empty.
    pub(super) current: String,
    pub(super) after: Vec<String>,
}

/// What fits.
#[derive(Debug, Default)]
pub(super) struct Offer {
    /// Whole words, and what each is.
    pub(super) words: Vec<(String, String)>,
    pub(super) paths: Paths,
}

/// Which paths fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Paths {
    #[default]
    None,
    Files,
    Folders,
}

impl Paths {
    /// The word for it that the scripts know.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::None => "words",
            Self::Files => "files",
            Self::Folders => "folders",
        }
    }
}

impl Offer {
    /// What fits at the current word of a line. What can't be read offers nothing.
    pub(super) fn at(line: &Line) -> Self {
        let mut root = command();
        root.build();
        let mut reader = Reader::new(&root);
        for word in &line.before {
            reader.read(word);
        }
        let here = reader.clone();
        // What a profile belongs to may stand behind the cursor.
        for word in [&line.current].into_iter().chain(&line.after) {
            reader.read(word);
        }
        here.offer(&line.current, &reader)
    }
}

/// Reads a line word by word as the program would.
#[derive(Clone)]
struct Reader<'c> {
    command: &'c Command,
    /// The option whose value comes next.
    pending: Option<&'c Arg>,
    /// The options so far.
    given: Vec<&'c Arg>,
    /// How many words were no options.
    plain: usize,
    /// Whether no more options can come.
    only_plain: bool,
    file: Option<PathBuf>,
    data_dir: Option<PathBuf>,
}

impl<'c> Reader<'c> {
    fn new(command: &'c Command) -> Self {
        Self {
            command,
            pending: None,
            given: Vec::new(),
            plain: 0,
            only_plain: false,
            file: None,
            data_dir: None,
        }
    }

    fn read(&mut self, word: &str) {
        if let Some(arg) = self.pending.take() {
            self.note(arg, word);
        } else if self.only_plain || !word.starts_with('-') || word == "-" {
            if self.plain == 0
                && !self.only_plain
                && let Some(command) = self.command.find_subcommand(word)
            {
                self.command = command;
                return;
            }
            if let Some(arg) = self.next_plain() {
                self.note(arg, word);
            }
            self.plain += 1;
        } else if word == "--" {
            self.only_plain = true;
        } else {
            let (name, value) =
                word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
            let Some(arg) = self.option(name) else { return };
            self.given.push(arg);
            match value {
                Some(value) => self.note(arg, value),
                None => self.pending = takes_value(arg).then_some(arg),
            }
        }
    }

    /// Takes note of what the words to offer depend on.
    fn note(&mut self, arg: &Arg, value: &str) {
        match arg.get_id().as_str() {
            "file" => self.file = Some(path(value)),
            "data_dir" => self.data_dir = Some(path(value)),
            _ => {}
        }
    }

    /// What the next word that is no option stands for.
    fn next_plain(&self) -> Option<&'c Arg> {
        let shown = || self.command.get_positionals().filter(|arg| !arg.is_hide_set());
        let repeated = || shown().last().filter(|arg| matches!(arg.get_action(), ArgAction::Append));
        shown().nth(self.plain).or_else(repeated)
    }

    fn option(&self, name: &str) -> Option<&'c Arg> {
        let name = name.strip_prefix("--")?;
        self.command.get_arguments().find(|arg| arg.get_long() == Some(name))
    }

    fn offer(&self, current: &str, whole: &Self) -> Offer {
        if let Some(arg) = self.pending {
            return whole.values(arg, "");
        }
        if self.only_plain || !current.starts_with('-') {
            let mut offer = self.next_plain().map_or_else(Offer::default, |arg| whole.values(arg, ""));
            if self.plain == 0 && !self.only_plain {
                let commands = self.command.get_subcommands().filter(|command| !command.is_hide_set());
                let about = |command: &Command| command.get_about().map(ToString::to_string);
                let words = commands
                    .map(|command| (command.get_name().to_owned(), about(command).unwrap_or_default()));
                offer.words.extend(words);
            }
            return offer;
        }
        if let Some((name, _)) = current.split_once('=') {
            let arg = self.option(name).filter(|arg| takes_value(arg));
            return arg.map_or_else(Offer::default, |arg| whole.values(arg, &format!("{name}=")));
        }
        let is_left = |arg: &&Arg| {
            // Of two that rule each other out, one says so.
            let rules_out = |one: &Arg, other: &Arg| {
                self.command.get_arg_conflicts_with(one).iter().any(|rival| rival.get_id() == other.get_id())
            };
            let is_once = |given: &Arg, arg: &Arg| {
                given.get_id() == arg.get_id() && !matches!(arg.get_action(), ArgAction::Append)
            };
            !self
                .given
                .iter()
                .any(|given| is_once(given, arg) || rules_out(given, arg) || rules_out(arg, given))
        };
        let options = self.command.get_arguments().filter(|arg| !arg.is_hide_set()).filter(is_left);
        let words = options.filter_map(|arg| {
            let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
            Some((format!("--{}", arg.get_long()?), about))
        });
        Offer { words: words.collect(), paths: Paths::None }
    }

    /// The values of an option, or of a word that is none, with what stands before them in the same word.
    fn values(&self, arg: &Arg, before: &str) -> Offer {
        let mut words = match arg.get_id().as_str() {
            "profile" => self.profiles().unwrap_or_default(),
            "preset" => self.presets().unwrap_or_default(),
            _ => {
                let values = arg.get_possible_values().into_iter().filter(|value| !value.is_hide_set());
                let about = |help: Option<&clap::builder::StyledStr>| help.map(ToString::to_string);
                values
                    .map(|value| (value.get_name().to_owned(), about(value.get_help()).unwrap_or_default()))
                    .collect()
            }
        };
        for (word, _) in &mut words {
            word.insert_str(0, before);
        }
        let paths = match arg.get_value_hint() {
            ValueHint::AnyPath | ValueHint::FilePath => Paths::Files,
            ValueHint::DirPath => Paths::Folders,
            _ => Paths::None,
        };
        Offer { words, paths }
    }

    /// What the line says so far of what is opened; standard input is not ours to read.
    fn opened(&self) -> Option<Cli> {
        let file = self.file.clone();
        let is_readable = file.as_ref().is_none_or(|file| file.as_os_str() != "-");
        is_readable.then(|| Cli {
            command: None,
            what: ExploreArgs { file, ..ExploreArgs::default() },
            screen: ScreenArgs::default(),
            data_dir: self.data_dir.clone(),
        })
    }

    fn profiles(&self) -> Option<Vec<(String, String)>> {
        let cli = self.opened()?;
        let comparison = comparison(cli.what.file.as_deref()).ok()?;
        let names = saved_profiles(&cli, &comparison);
        Some(names.into_iter().map(|name| (name, String::new())).collect())
    }

    fn presets(&self) -> Option<Vec<(String, String)>> {
        let comparison = comparison(self.opened()?.what.file.as_deref()).ok()?;
        let presets = comparison.presets().iter();
        Some(presets.map(|preset| (preset.id.clone(), preset.name.to_string())).collect())
    }
}

fn takes_value(arg: &Arg) -> bool {
    arg.get_action().takes_values()
}

/// A path as it stands on a line, on which no shell has replaced the home folder yet.
fn path(word: &str) -> PathBuf {
    let at_home = word.strip_prefix("~/").and_then(|rest| Some(etcetera::home_dir().ok()?.join(rest)));
    at_home.unwrap_or_else(|| PathBuf::from(word))
}
