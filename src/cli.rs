//! The command line: what is asked for, and how it ends.

mod args;
mod failure;
mod output;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use color_eyre::config::{HookBuilder, Theme as ReportTheme};

use crate::JEWELRY;
use crate::comparison::Comparison;
use crate::explorer::Explorer;
use crate::profile::{Profile, ProfileName};
use crate::report::{self, Subject};
use crate::ron_text::{Problems, suggestion};
use crate::runner::{self, Session};
use crate::store::Store;
use crate::text_file;
use crate::view::Theme;
use args::{Cli, Command, Format, ReportArgs};
use failure::Failure;
use output::print;

/// The largest comparison file, in bytes.
const COMPARISON_LIMIT: u64 = 4 * 1024 * 1024;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    install_bug_report();
    let cli = match Cli::try_parse_from(std::env::args_os()) {
        Ok(cli) => cli,
        Err(error) => return output::usage(&error),
    };
    match run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}

/// A panic is a bug of ours and gets a full report, without colors where none are wanted.
fn install_bug_report() {
    let colored = io::stderr().is_terminal() && colors_wanted();
    let hooks = HookBuilder::default();
    let hooks = if colored { hooks } else { hooks.theme(ReportTheme::new()) };
    // It fails only if a hook is installed already, and then bugs are reported by that one.
    let _ = hooks.display_env_section(false).install();
}

fn run(cli: &Cli) -> Result<(), Failure> {
    match &cli.command {
        Some(Command::Report(args)) => print(&report(cli, args)?),
        Some(Command::Check(args)) => check(&args.files),
        None if io::stdout().is_terminal() => explore(cli),
        None => {
            let args =
                ReportArgs { file: cli.file.clone(), profile: cli.profile.clone(), ..ReportArgs::default() };
            print(&report(cli, &args)?)
        }
    }
}

fn explore(cli: &Cli) -> Result<(), Failure> {
    let comparison = comparison(cli.file.as_deref())?;
    let store = Store::new(&data_folder(cli)?, &comparison);
    let (profile, file) = match &cli.profile {
        None => (Profile::new(&comparison), None),
        Some(text) => {
            let name = profile_name(text)?;
            match store.load(&name)? {
                Some((profile, file)) => (profile, Some(file)),
                None => (Profile { name: Some(name), ..Profile::new(&comparison) }, None),
            }
        }
    };
    let mut explorer = Explorer::new(comparison, profile, file);
    let theme = if colors_wanted() { Theme::colored() } else { Theme::plain() };
    let mut session = Session::open().map_err(Failure::NoTerminal)?;
    let ended = runner::run(&mut session, &mut explorer, &store, &theme);
    drop(session);
    Ok(ended?)
}

fn report(cli: &Cli, args: &ReportArgs) -> Result<String, Failure> {
    let comparison = comparison(args.file.as_deref())?;
    let profile = match (&args.profile, &args.preset, &args.profile_file) {
        (Some(text), _, _) => {
            let name = profile_name(text)?;
            let store = Store::new(&data_folder(cli)?, &comparison);
            store.load(&name)?.ok_or(Failure::NoProfile(name))?.0
        }
        (_, Some(id), _) => {
            let preset = comparison.preset(id).ok_or_else(|| Failure::NoPreset {
                id: id.clone(),
                hint: suggestion(id, comparison.presets.iter().map(|preset| preset.id.as_str())),
            })?;
            Profile::from_preset(&comparison, preset)
        }
        (_, _, Some(path)) => Store::new(Path::new(""), &comparison).read(path)?.0,
        (None, None, None) => Profile::new(&comparison),
    };
    let subject = Subject::new(&comparison, &profile);
    Ok(match args.format {
        Format::Text => report::text(&subject),
        Format::Markdown => report::markdown(&subject),
        Format::Json => report::json(&subject).map_err(Failure::Json)?,
    })
}

/// Says all that is wrong with each file on standard error, and which files are sound on standard output.
fn check(files: &[PathBuf]) -> Result<(), Failure> {
    let mut bad = 0;
    for file in files {
        match comparison(Some(file)) {
            Ok(comparison) => print(&format!(
                "{}: {}, {} alternatives, {} claims, {} presets\n",
                file.display(),
                comparison.title,
                comparison.alternatives.len(),
                comparison.claims.len(),
                comparison.presets.len()
            ))?,
            Err(failure) => {
                bad += 1;
                let _ = failure.tell();
            }
        }
    }
    if bad == 0 { Ok(()) } else { Err(Failure::Checked { bad, all: files.len() }) }
}

fn comparison(file: Option<&Path>) -> Result<Comparison, Failure> {
    let (text, file) = match file {
        None => (JEWELRY.to_owned(), "the bundled comparison".to_owned()),
        Some(path) => (text_file::read(path, COMPARISON_LIMIT)?, path.display().to_string()),
    };
    Comparison::from_ron(&text).map_err(|list| Problems { file, list }.into())
}

fn profile_name(text: &str) -> Result<ProfileName, Failure> {
    ProfileName::new(text).map_err(|problem| Failure::BadName { name: text.to_owned(), problem })
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

/// Whether the person wants colors, by the convention of `NO_COLOR`.
fn colors_wanted() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
