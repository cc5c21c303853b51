//! The list of comparisons: the bundled one, a new one, one that was begun, and the files that were open before.

use crate::explorer::{Effect, Explorer, Extent, Layer, Motion, Next, Notice, Source};
use crate::safe_text::SafeText;
use crate::store::{Origin, RecentFile};

/// The list of comparisons, with the chosen line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    lines: Vec<FileLine>,
    at: usize,
}

/// What a line of the list stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileLine {
    /// The comparison that comes with the program.
    Bundled,
    /// A comparison of one's own, to be begun.
    New,
    /// One that was begun and is in no file yet, by what it asks.
    Begun(SafeText),
    /// A file that was open before.
    Recent(RecentFile),
}

impl Files {
    /// All lines: the files that were open before, the last one first, then what is always there.
    #[must_use]
    pub fn lines(&self) -> &[FileLine] {
        &self.lines
    }

    /// The place of the chosen line.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        self.at = motion.along(self.at, self.lines.len() - 1, extent);
    }

    /// Opens what is chosen.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) -> Option<Effect> {
        match self.lines.get(self.at) {
            Some(FileLine::Bundled) => explorer.leave(Next::Explore(Source::Bundled)),
            Some(FileLine::New) => explorer.leave(Next::Begin),
            Some(FileLine::Begun(_)) if *explorer.document.origin() == Origin::New => None,
            Some(FileLine::Begun(_)) => explorer.leave(Next::Explore(Source::Begun)),
            Some(FileLine::Recent(RecentFile { path, title: Ok(_) })) => {
                explorer.leave(Next::Explore(Source::File(path.clone())))
            }
            Some(FileLine::Recent(RecentFile { title: Err(problem), .. })) => {
                explorer.notice = Some(Notice::problem(problem.as_str()));
                explorer.layer = Layer::Files(self);
                None
            }
            None => None,
        }
    }
}

impl Explorer {
    pub(in crate::explorer) fn show_files(&mut self, recent: Vec<RecentFile>, begun: Option<SafeText>) {
        let own = (*self.document.origin() == Origin::New).then(|| self.comparison().title().clone());
        let begun = own.or(begun).into_iter().map(FileLine::Begun);
        let recent = recent.into_iter().map(FileLine::Recent);
        let lines: Vec<FileLine> = begun.chain(recent).chain([FileLine::New, FileLine::Bundled]).collect();
        let is_open = |line: &FileLine| match (line, self.document.origin()) {
            (FileLine::Bundled, Origin::Bundled) | (FileLine::Begun(_), Origin::New) => true,
            (FileLine::Recent(recent), Origin::File(path)) => recent.path == *path,
            (FileLine::Bundled | FileLine::New | FileLine::Begun(_) | FileLine::Recent(_), _) => false,
        };
        let at = lines.iter().position(is_open).unwrap_or(0);
        self.layer = Layer::Files(Files { lines, at });
    }
}
