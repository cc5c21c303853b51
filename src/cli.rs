//! The command line: what is asked for, and how it ends.

mod args;
mod audit;
mod clock;
mod compare;
mod completions;
mod failure;
mod import;
mod output;
mod people;
mod score;
mod stream;
mod tally;
mod weigh;

use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use color_eyre::config::{HookBuilder, Theme as ReportTheme};

use crate::JEWELRY;
use crate::comparison::{Comparison, Preset};
use crate::explorer::Document;
use crate::import::Import;
use crate::problem::Problems;
use crate::profile::{Profile, ProfileName};
use crate::program::{self, Program, Surroundings, Whose};
use crate::report::{Form, Subject};
use crate::runner::{self, Mouse, Session, Watch};
use crate::safe_text::SafeText;
use crate::store::{Origin, ShelfItem, Store, comparison_file};
use crate::story::counted;
use crate::view::{Signs, Theme, in_signs};
use crate::wording::suggestion;
use args::{Cli, Command, ExploreArgs, NewArgs, ReportArgs, ScreenArgs};
use failure::Failure;
use output::print;

/// What a process ends with after a panic, as is usual.
const PANICKED: i32 = 101;

/// The manual page. A test makes it, because what never changes needs no code that makes it.
const MAN: &str = include_str!("../assets/touchstone.1");

/// All that can be asked for on the command line.
#[must_use]
pub fn command() -> clap::Command {
    Cli::command()
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    install_bug_report();
    runner::let_large_writes_fail();
    let cli = match Cli::try_parse_from(std::env::args_os()) {
        Ok(cli) => cli,
        Err(error) => return output::usage(&error),
    };
    match run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}

/// A panic is a bug of ours: the terminal is given back first, then there is a full report, and that is the end: a thread
/// that is gone would leave the others waiting.
fn install_bug_report() {
    let hooks = HookBuilder::default().theme(ReportTheme::new()).display_env_section(false);
    // Nothing here is reported but panics.
    let (panic_hook, _) = hooks.into_hooks();
    std::panic::set_hook(Box::new(move |info| {
        runner::give_back();
        output::complain(&panic_hook.panic_report(info).to_string());
        std::process::exit(PANICKED);
    }));
}

fn run(cli: &Cli) -> Result<(), Failure> {
    if let Some(command) = cli.command.as_ref().filter(|_| cli.what != ExploreArgs::default()) {
        return Err(Failure::Misplaced(match command {
            Command::Weigh(_) => "weigh",
            Command::Compare(_) => "compare",
            Command::Score(_) => "score",
            Command::Tally(_) => "tally",
            _ => "report",
        }));
    }
    if cli.command.is_some() && cli.screen != ScreenArgs::default() {
        return Err(Failure::NoScreenThere);
    }
    match &cli.command {
        Some(Command::New(_)) if is_simple_terminal() => Err(Failure::NoScreen),
        Some(Command::New(args)) => begin(cli, args),
        Some(Command::Import(args)) => import::import(args),
        Some(Command::Audit(args)) => audit::audit(args),
        Some(Command::Weigh(args)) => weigh::weigh(cli, args),
        Some(Command::Report(args)) => print(&report(cli, args)?),
        Some(Command::Compare(args)) => compare::compare(cli, args),
        Some(Command::Score(args)) => score::score(args),
        Some(Command::Tally(args)) => tally::tally(cli, args),
        Some(Command::Check(args)) => check(&args.files),
        Some(Command::Completions(args)) => completions::completions(args),
        Some(Command::Man) => print(MAN),
        None if is_simple_terminal() => {
            output::complain(
                "This terminal has no screen to draw on (TERM=dumb), so it goes line by line, as `touchstone weigh` does.\n",
            );
            weigh::weigh(cli, &cli.what)
        }
        None if io::stdout().is_terminal() => run_in_terminal(open(cli, &cli.what)?, cli.screen),
        None => {
            let args = ReportArgs {
                file: cli.what.file.clone(),
                profile: cli.what.profile.clone(),
                profile_file: cli.what.profile_file.clone(),
                ..ReportArgs::default()
            };
            print(&report(cli, &args)?)
        }
    }
}

/// Opens a comparison and a profile, as far as they are said.
fn open(cli: &Cli, what: &ExploreArgs) -> Result<Program, Failure> {
    let file = what.file.as_deref();
    let is_there = file.is_some_and(|path| path.symlink_metadata().is_ok());
    let is_anybodys = what.profile.is_none() && what.profile_file.is_none();
    let begun = if !is_there && is_anybodys { begun(cli, file, cli.screen)? } else { None };
    let mut program = match begun {
        Some(begun) => begun,
        None => open_document(cli, what)?,
    };
    if what.blind {
        program.blind(!is_anybodys);
    }
    Ok(program)
}

fn open_document(cli: &Cli, what: &ExploreArgs) -> Result<Program, Failure> {
    let (document, import) = document(what.file.as_deref())?;
    let whose = match (&what.profile, &what.profile_file) {
        (Some(name), _) => Whose::Named(profile_name(name)?),
        (None, Some(path)) => Whose::Sent(Box::new(sent(document.comparison(), path)?)),
        (None, None) => Whose::Last,
    };
    let mut program = Program::open(document, whose, surroundings(cli)?, theme(cli.screen))?;
    if let Some(import) = &import {
        program.imported(import);
    }
    Ok(program)
}

/// The profile in a file that is not among the saved ones.
fn sent(comparison: &Comparison, path: &Path) -> Result<Profile, Failure> {
    Ok(Store::new(Path::new(""), comparison).read(path)?.0)
}

/// What was begun and is not in this file yet, or in none.
fn begun(cli: &Cli, file: Option<&Path>, screen: ScreenArgs) -> Result<Option<Program>, Failure> {
    let origin = file.map_or(Origin::New, |path| Origin::File(comparison_file::locate(path)));
    Ok(Program::begun(&origin, &surroundings(cli)?, &theme(screen))?)
}

/// Begins a comparison of one's own, or goes on with the one that was begun for this file.
fn begin(cli: &Cli, args: &NewArgs) -> Result<(), Failure> {
    if let Some(path) = &args.file {
        if path.symlink_metadata().is_ok() {
            return Err(Failure::Exists { path: path.clone() });
        }
        comparison_file::assert_in_folder(&comparison_file::locate(path))?;
        if let Some(begun) = begun(cli, Some(path), args.screen)? {
            return run_in_terminal(begun, args.screen);
        }
    }
    let mut program = Program::open(document(None)?.0, Whose::Last, surroundings(cli)?, theme(args.screen))?;
    program.begin(args.file.clone());
    run_in_terminal(program, args.screen)
}

fn run_in_terminal(mut program: Program, screen: ScreenArgs) -> Result<(), Failure> {
    let watch = Watch::begin()?;
    let mut session = Session::open(mouse(screen)).map_err(Failure::NoTerminal)?;
    let ended = runner::run(watch, &mut session, &mut program);
    drop(session);
    if let Some(signal) = ended? {
        runner::die(signal);
    }
    Ok(())
}

fn report(cli: &Cli, args: &ReportArgs) -> Result<String, Failure> {
    let comparison = comparison(args.file.as_deref())?;
    let preset = args.preset.as_deref().map(|id| preset(&comparison, id)).transpose()?;
    let profile = match (&args.profile, preset, &args.profile_file) {
        (Some(text), _, _) => {
            let name = profile_name(text)?;
            let store = Store::new(&data_folder(cli)?, &comparison);
            store.load(&name)?.ok_or(Failure::NoProfile(name))?.0
        }
        (_, Some(preset), _) => Profile::from_preset(&comparison, preset),
        (_, _, Some(path)) => sent(&comparison, path)?,
        (None, None, None) => {
            let given = comparison.as_given();
            given.map_or_else(
                || {
                    tell_of_profiles(cli, &comparison);
                    Profile::new(&comparison)
                },
                |preset| Profile::from_preset(&comparison, preset),
            )
        }
    };
    let name = profile.name.as_ref().map_or("the profile", ProfileName::as_str);
    if profile.is_hidden(&comparison) {
        return Err(Failure::Blind(name.to_owned()));
    }
    tell_of_gone(name, &profile);
    let is_as_given = args.profile.is_none() && args.profile_file.is_none();
    let preset = preset.or(comparison.as_given().filter(|_| is_as_given));
    let subject = Subject::new(&comparison, &profile).with_preset(preset);
    let text = args.format.report(&subject).map_err(Failure::Json)?;
    Ok(if args.format == Form::Text { in_signs(signs(cli.screen), &text) } else { text })
}

/// Who says of no profile which it is may have forgotten that there are some.
fn tell_of_profiles(cli: &Cli, comparison: &Comparison) {
    let names = saved_profiles(cli, comparison);
    if !names.is_empty() {
        output::complain(&format!(
            "note: nothing is weighed here; saved profiles, for --profile: {}\n",
            names.join(", ")
        ));
    }
}

/// What a profile says of lines that the comparison no longer has.
fn tell_of_gone(name: &str, profile: &Profile) {
    let gone: Vec<&str> = profile.gone_ids().collect();
    if !gone.is_empty() {
        let lines = if gone.len() == 1 { "a line that is" } else { "lines that are" };
        output::complain(&format!("note: {name} weighs {lines} not there: {}\n", gone.join(", ")));
    }
}

/// The names of the sound profiles of a comparison; none if they can't be listed.
fn saved_profiles(cli: &Cli, comparison: &Comparison) -> Vec<String> {
    let saved = data_folder(cli).ok().and_then(|data| Store::new(&data, comparison).list().ok());
    let names = saved.into_iter().flatten().filter_map(|item| match item {
        ShelfItem::Sound(name, _) => Some(name.to_string()),
        ShelfItem::Damaged { .. } => None,
    });
    names.collect()
}

fn preset<'c>(comparison: &'c Comparison, id: &str) -> Result<&'c Preset, Failure> {
    comparison.preset(id).ok_or_else(|| Failure::NoPreset {
        id: id.to_owned(),
        hint: suggestion(id, comparison.presets().iter().map(|preset| preset.id.as_str())),
    })
}

/// Says all that is wrong with each file on standard error, and which files are sound on standard output.
fn check(files: &[PathBuf]) -> Result<(), Failure> {
    let mut bad = 0;
    for path in files {
        let name = SafeText::line(&path.display().to_string());
        let checked = comparison_file::read(path).map_err(Failure::from).and_then(|text| {
            Comparison::check_ron(&text).map_err(|problems| problems.of_file(&*name).into())
        });
        match checked {
            Ok((comparison, warnings)) => {
                warn(&name, &warnings);
                print(&summary(&name, &comparison))?;
            }
            Err(failure) => {
                bad += 1;
                let _ = failure.tell();
            }
        }
    }
    if bad == 0 { Ok(()) } else { Err(Failure::Checked { bad, all: files.len() }) }
}

/// Says what of a sound file is not as it seems.
fn warn(file: &str, warnings: &Problems) {
    for problem in &warnings.list {
        output::complain(&format!("warning: {file}:{}:{}: {problem}\n", problem.line, problem.column));
    }
    if warnings.more > 0 {
        output::complain(&format!("warning: {file}: and {} more\n", warnings.more));
    }
}

fn summary(file: &str, comparison: &Comparison) -> String {
    format!(
        "{file}: {}, {}, {}, {}\n",
        comparison.title(),
        counted(comparison.alternatives().len(), "alternative"),
        counted(comparison.claims().len(), "claim"),
        counted(comparison.presets().len(), "preset"),
    )
}

fn comparison(file: Option<&Path>) -> Result<Comparison, Failure> {
    document(file).map(|(document, _)| document.comparison().clone())
}

fn document(file: Option<&Path>) -> Result<(Document, Option<Import>), Failure> {
    let Some(path) = file else {
        let bundled = Document::new(JEWELRY.to_owned(), Origin::Bundled);
        let bundled = bundled.map_err(|problems| problems.of_file("the bundled comparison"))?;
        return Ok((bundled, None));
    };
    let text = import::read(path)?;
    let named = (!import::is_input(path)).then_some(path);
    program::document(text, named).map_err(|problems| problems.of_file(&*import::name_of(path)).into())
}

fn profile_name(text: &str) -> Result<ProfileName, Failure> {
    ProfileName::new(text).map_err(|problem| Failure::BadName { name: text.to_owned(), problem })
}

fn surroundings(cli: &Cli) -> Result<Surroundings, Failure> {
    // Where there is no such folder any more, files without one can't be saved, and the system says so then.
    let here = std::env::current_dir().unwrap_or_default();
    let home = etcetera::home_dir().ok();
    Ok(Surroundings { data: data_folder(cli)?, here, home, today: clock::today })
}

/// Where profiles live: as the person says, else where the system keeps data of programs.
fn data_folder(cli: &Cli) -> Result<PathBuf, Failure> {
    use etcetera::BaseStrategy;
    let said = cli.data_dir.clone().map(OsString::from).or_else(|| std::env::var_os("TOUCHSTONE_DATA_DIR"));
    if let Some(folder) = said.filter(|folder| !folder.is_empty()) {
        return Ok(PathBuf::from(folder));
    }
    let folders = etcetera::choose_base_strategy().map_err(|_| Failure::NoHome)?;
    Ok(folders.data_dir().join("touchstone"))
}

/// Whether standard output is a terminal that says of itself that it can't move its cursor.
fn is_simple_terminal() -> bool {
    io::stdout().is_terminal() && std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn theme(screen: ScreenArgs) -> Theme {
    let theme = if colors_wanted() { Theme::colored() } else { Theme::plain() };
    theme.with_signs(signs(screen))
}

/// Which signs standard output shows.
fn signs(screen: ScreenArgs) -> Signs {
    match (is_utf8(), screen.ascii) {
        (false, _) => Signs::AsciiOnly,
        (true, true) => Signs::Ascii,
        (true, false) => Signs::Unicode,
    }
}

/// Whether the terminal expects UTF-8, by the locale as POSIX says: the first of three variables that says something.
/// Where none does, nobody wants anything but UTF-8 any more.
fn is_utf8() -> bool {
    let said = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(std::env::var_os);
    let said = said.map(|value| value.to_string_lossy().to_lowercase()).find(|value| !value.is_empty());
    said.is_none_or(|locale| locale.contains("utf-8") || locale.contains("utf8"))
}

/// Whether the person wants to use the mouse here.
fn mouse(screen: ScreenArgs) -> Mouse {
    let is_off = screen.no_mouse || std::env::var_os("TOUCHSTONE_MOUSE").is_some_and(|value| value == "0");
    if is_off { Mouse::Left } else { Mouse::Reported }
}

/// Whether the person wants colors, by the conventions of `NO_COLOR` and `CLICOLOR`.
fn colors_wanted() -> bool {
    let is_set =
        |name, is_meant: fn(&OsStr) -> bool| std::env::var_os(name).is_some_and(|value| is_meant(&value));
    !is_set("NO_COLOR", |value| !value.is_empty()) && !is_set("CLICOLOR", |value| value == "0")
}
