//! The name of a profile.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::safe_text::SafeText;

/// Names that Windows keeps for devices.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The name of a profile, fit to be shown and to be kept in a file.
///
/// Names that differ only in case or in Unicode normalization are the same name: see [`Self::key`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileName(String);

/// Why a text can't be a profile's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameProblem {
    /// Nothing of it would be seen.
    #[error("a profile's name must not be empty")]
    Empty,
    /// Over 64 characters.
    #[error("a profile's name has at most {} characters", ProfileName::LONGEST)]
    TooLong,
    /// It begins with `-` or `.`.
    #[error("a profile's name must not begin with `-` or `.`")]
    BadStart,
    /// It ends with `.`.
    #[error("a profile's name must not end with a dot")]
    BadEnd,
    /// A name like `nul`.
    #[error("Windows keeps this name for a device; take another")]
    Device,
    /// A character that can't be shown.
    #[error("a profile's name must not have control or invisible characters")]
    Unprintable,
}

impl ProfileName {
    /// The most characters that a name may have.
    pub const LONGEST: usize = 64;

    /// Takes a text as a name, without the white space around it.
    ///
    /// # Errors
    /// What makes it unfit.
    pub fn new(text: &str) -> Result<Self, NameProblem> {
        let name: String = text.trim().nfc().collect();
        let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
        if SafeText::line(&name).is_blank() {
            Err(NameProblem::Empty)
        } else if name.chars().count() > Self::LONGEST {
            Err(NameProblem::TooLong)
        } else if name.starts_with(['-', '.']) {
            Err(NameProblem::BadStart)
        } else if name.ends_with('.') {
            Err(NameProblem::BadEnd)
        } else if DEVICES.contains(&stem.as_str()) {
            Err(NameProblem::Device)
        } else if SafeText::line(&name).as_str() != name {
            Err(NameProblem::Unprintable)
        } else {
            Ok(Self(name))
        }
    }

    /// As the person wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is the same for all spellings of one name.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase().nfc().collect()
    }

    /// The name of its file without the ending: readable letters and a hash of [`Self::key`].
    #[must_use]
    pub fn slug(&self) -> String {
        format!("{}-{:016x}", self.letters(), fnv1a_64(self.key().as_bytes()))
    }

    /// What the first version made of the name, with a hash that two names can share by accident.
    #[must_use]
    pub fn first_slug(&self) -> String {
        format!("{}-{:08x}", self.letters(), fnv1a_32(self.key().as_bytes()))
    }

    /// The readable part of the name of its file.
    fn letters(&self) -> String {
        let mut slug = String::new();
        for c in self.key().nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)) {
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        slug.truncate(32);
        slug.truncate(slug.trim_end_matches('-').len());
        if slug.is_empty() { "profile".to_owned() } else { slug }
    }
}

impl fmt::Display for ProfileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The 64-bit FNV-1a hash: short, and the same in every version and on every machine.
pub(crate) fn fnv1a_64(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The 32-bit FNV-1a hash.
fn fnv1a_32(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> ProfileName {
        ProfileName::new(text).unwrap()
    }

    #[test]
    fn unfit_names_are_refused() {
        let long = "x".repeat(65);
        for (text, problem) in [
            ("", NameProblem::Empty),
            ("  ", NameProblem::Empty),
            ("\u{2800}", NameProblem::Empty),
            ("\u{301}\u{200d}", NameProblem::Empty),
            (long.as_str(), NameProblem::TooLong),
            ("-x", NameProblem::BadStart),
            (".hidden", NameProblem::BadStart),
            ("../x", NameProblem::BadStart),
            ("dot.", NameProblem::BadEnd),
            ("NUL", NameProblem::Device),
            ("com1.txt", NameProblem::Device),
            ("a\u{1b}b", NameProblem::Unprintable),
            ("a\nb", NameProblem::Unprintable),
        ] {
            assert_eq!(ProfileName::new(text), Err(problem), "{text:?}");
        }
    }

    #[test]
    fn case_and_normalization_do_not_make_another_name() {
        assert_eq!(name("Zo\u{eb}").key(), name("ZOE\u{308}").key());
        assert_eq!(name("Zo\u{eb}").slug(), name("zoe\u{308}").slug());
        assert_ne!(name("a b").slug(), name("a-b").slug());
    }

    #[test]
    fn names_that_share_the_first_slug_have_slugs_of_their_own() {
        let [one, other] = ["a+!%;===b", "a+=!+!%!b"].map(name);
        assert_eq!(one.first_slug(), other.first_slug());
        assert_ne!(one.slug(), other.slug());
    }

    #[test]
    fn a_slug_is_the_same_in_every_version() {
        assert_eq!(name("mine").slug(), "mine-da4e15a2a78ede96");
        assert_eq!(name("mine").first_slug(), "mine-7e89edb6");
    }

    #[test]
    fn a_slug_is_a_plain_file_name() {
        assert!(name("Zo\u{eb}'s ring / 2").slug().starts_with("zoe-s-ring-2-"));
        assert!(name("\u{6307}\u{8f2a}").slug().starts_with("profile-"));
        assert!(name(&"x".repeat(64)).slug().len() <= 49);
    }
}
