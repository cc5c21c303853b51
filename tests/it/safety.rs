//! What must never happen: every wrong file, every hostile character, every order of keys.

mod documents;
mod drawn;
#[cfg(unix)]
mod hostile;
mod keys;
mod limits;
mod loading;
mod names;
#[cfg(unix)]
mod odd_paths;
mod pieces;
#[cfg(unix)]
mod streams;
mod syntax;
