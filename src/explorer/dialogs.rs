//! What stands over the panes and has the keys: one file each, with its state, its moves and what it does.

pub(super) mod adding;
pub(super) mod alternatives;
pub(super) mod beginning;
pub(super) mod choice;
pub(super) mod company;
pub(super) mod conflict;
pub(super) mod deciding;
pub(super) mod deleting;
pub(super) mod editing;
pub(super) mod ending;
pub(super) mod explaining;
pub(super) mod files;
pub(super) mod finding;
pub(super) mod help;
pub(super) mod insight;
pub(super) mod leaving;
pub(super) mod pasting;
pub(super) mod profiles;
pub(super) mod question;
pub(super) mod ranking;
pub(super) mod replacing;
pub(super) mod sides;
pub(super) mod single;
pub(super) mod trial;
pub(super) mod typing;
