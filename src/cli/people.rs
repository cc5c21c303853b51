//! Whose weights are meant, in the order of the line.

use std::path::PathBuf;

use clap::{ArgMatches, Args, Command, FromArgMatches};

use crate::order;

/// Whose weights are meant.
#[derive(Debug)]
pub(super) enum Who {
    /// The saved profile of a name.
    Profile(String),
    /// The preset of an id.
    Preset(String),
    /// The profile in a file.
    File(PathBuf),
}

/// Several of them, in the order of the line.
#[derive(Debug, Default)]
pub(super) struct People(pub(super) Vec<Who>);

/// The same by kind, as the library reads them.
#[derive(Args, Debug)]
struct ByKind {
    /// This saved profile; may be given more than once [default: all saved ones, and presets if there are fewer than two]
    #[arg(long, value_name = "NAME")]
    profile: Vec<String>,

    /// This preset of the comparison; may be given more than once
    #[arg(long, value_name = "ID")]
    preset: Vec<String>,

    /// The profile in this file; may be given more than once
    #[arg(long, value_name = "PATH", value_hint = clap::ValueHint::FilePath)]
    profile_file: Vec<PathBuf>,
}

impl FromArgMatches for People {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let ByKind { profile, preset, profile_file } = ByKind::from_arg_matches(matches)?;
        let places = |id: &str| matches.indices_of(id).into_iter().flatten();
        let mut all: Vec<(usize, Who)> =
            places("profile").zip(profile.into_iter().map(Who::Profile)).collect();
        all.extend(places("preset").zip(preset.into_iter().map(Who::Preset)));
        all.extend(places("profile_file").zip(profile_file.into_iter().map(Who::File)));
        order::by_key(&mut all, |(place, _)| *place);
        Ok(Self(all.into_iter().map(|(_, who)| who).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for People {
    fn augment_args(command: Command) -> Command {
        ByKind::augment_args(command)
    }

    fn augment_args_for_update(command: Command) -> Command {
        ByKind::augment_args_for_update(command)
    }
}
