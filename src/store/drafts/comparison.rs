//! Drafts of comparisons, in a folder of their own: the files themselves may be anywhere, or there may be none.

use std::path::Path;

use super::{BASE, Folder, Keeper};
use crate::comparison::MOST_BYTES;
use crate::profile::fnv1a_64;
use crate::store::comparison_file::locate;
use crate::store::{Origin, StoreError};

/// The folder for drafts in the data folder.
const FOLDER: &str = "drafts";

/// The first line of a draft begins so. How long the text is must be said, because it may have any line in itself.
const HEAD: &str = "// Not saved yet: ";

/// Goes on in the first line, after the number of bytes.
const OF: &str = " bytes of ";

/// The largest draft: its first line, what is not saved, and the text that it changes.
const DRAFT_LIMIT: u64 = 64 * 1024 + 2 * MOST_BYTES;

/// Keeps the draft of the comparison in one window, and brings back what others left behind.
#[derive(Debug)]
pub struct ComparisonDrafts {
    folder: Folder,
    keeper: Keeper,
    /// What is in the file.
    kept: Option<(Origin, UnsavedText)>,
}

/// The text of a comparison that is not saved yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnsavedText {
    /// The text with its changes, just as it was kept.
    pub text: String,
    /// The text that they change, if there was one. If the file is another when the draft is brought back, somebody
    /// saved it meanwhile, and saving is a conflict.
    pub base: Option<String>,
}

impl ComparisonDrafts {
    /// Keeps drafts in the data folder. Nothing is created until there is something to keep.
    #[must_use]
    pub fn new(data_folder: &Path) -> Self {
        let folder = Folder { path: data_folder.join(FOLDER), own: 1 };
        Self { folder, keeper: Keeper::default(), kept: None }
    }

    /// Takes the newest draft of this origin that a window left behind, if there is one, and goes on with it.
    ///
    /// What was `read` from standard input tells one input from another; elsewhere it does not matter. A draft that
    /// can't be read is left where it is. One that this window still has is let go, for the next start to find.
    ///
    /// # Errors
    /// If the folder of drafts can't be read.
    pub fn restore(
        &mut self,
        origin: &Origin,
        read: Option<&str>,
    ) -> Result<Option<UnsavedText>, StoreError> {
        (self.keeper, self.kept) = (Keeper::default(), None);
        let (key, place) = address(origin);
        let is_same = |unsaved: &UnsavedText| *origin != Origin::Input || unsaved.base.as_deref() == read;
        let parsed = |draft: &str| parse(draft, &place).filter(is_same);
        let Some((draft, unsaved)) = self.folder.take(Some(&[key]), DRAFT_LIMIT, parsed)? else {
            return Ok(None);
        };
        self.keeper = Keeper { draft: Some(draft) };
        self.kept = Some((origin.clone(), unsaved.clone()));
        Ok(Some(unsaved))
    }

    /// Brings the draft up to date: of what, the text that is unsaved, and the text that it changes; or none.
    ///
    /// # Errors
    /// If it can't be written or removed.
    pub fn keep(&mut self, unsaved: Option<(&Origin, &str, Option<&str>)>) -> Result<(), StoreError> {
        let kept = self.kept.as_ref().map(|(origin, kept)| (origin, &*kept.text, kept.base.as_deref()));
        if kept == unsaved {
            return Ok(());
        }
        let Some((origin, text, base)) = unsaved else {
            self.kept = None;
            return self.keeper.discard(&self.folder);
        };
        if u64::try_from(text.len()).is_ok_and(|length| length > MOST_BYTES) {
            return Err(StoreError::TooLarge { bytes: text.len(), limit: MOST_BYTES });
        }
        let (key, place) = address(origin);
        let head = format!("{HEAD}{}{OF}{place}\n", text.len());
        let [between, base_text] = base.map_or([""; 2], |base| [BASE, base]);
        self.keeper.put(&self.folder, &key, &[&head, text, between, base_text])?;
        // Texts may be large, and this is done with every key: what is the same stays, and memory is used again.
        let (kept_origin, kept) = self.kept.get_or_insert_with(|| (origin.clone(), UnsavedText::default()));
        kept_origin.clone_from(origin);
        text.clone_into(&mut kept.text);
        if kept.base.as_deref() != base {
            kept.base = base.map(str::to_owned);
        }
        Ok(())
    }
}

/// How the names of drafts of an origin begin, and what their first line calls it.
fn address(origin: &Origin) -> (String, String) {
    match origin {
        Origin::Bundled => ("bundled".to_owned(), "the bundled comparison".to_owned()),
        Origin::Input => ("input".to_owned(), "standard input".to_owned()),
        Origin::New => ("new".to_owned(), "a new comparison".to_owned()),
        Origin::File(path) | Origin::Import(path) => {
            // On one line, whatever the path has in it, and different for different paths.
            let place = locate(path).as_os_str().as_encoded_bytes().escape_ascii().to_string();
            (format!("file-{:016x}", fnv1a_64(place.as_bytes())), place)
        }
    }
}

/// What is in a draft, if its first line calls it so.
fn parse(draft: &str, place: &str) -> Option<UnsavedText> {
    let (head, rest) = draft.split_once('\n')?;
    let (length, of) = head.strip_prefix(HEAD)?.split_once(OF)?;
    let (text, rest) = rest.split_at_checked(length.parse().ok()?)?;
    let base = if rest.is_empty() { None } else { Some(rest.strip_prefix(BASE)?.to_owned()) };
    (of == place).then(|| UnsavedText { text: text.to_owned(), base })
}
