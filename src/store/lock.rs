//! One writer at a time.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::StoreError;
use crate::text_file;

/// How long to wait for another writer.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long to wait between two tries.
const PAUSE: Duration = Duration::from_millis(10);

/// The right to write one file, until this is dropped. The lock itself stays: deleting it would let two in.
#[derive(Debug)]
pub(super) struct Lock(#[expect(dead_code, reason = "the open file is the lock")] File);

impl Lock {
    /// Waits at most two seconds for the right to write `what`, as the person calls it.
    pub(super) fn wait(path: &Path, what: &str) -> Result<Self, StoreError> {
        let start = Instant::now();
        loop {
            if let Some(lock) = Self::attempt(path)? {
                return Ok(lock);
            }
            if start.elapsed() > PATIENCE {
                return Err(StoreError::InUse { what: what.to_owned() });
            }
            thread::sleep(PAUSE);
        }
    }

    /// Takes the right to write if nobody has it. What is no regular file is refused at once, never waited for.
    pub(super) fn attempt(path: &Path) -> Result<Option<Self>, StoreError> {
        let failed = |error| StoreError::io("open the lock", path, error);
        // A link that a stranger put there would have a file made wherever it leads.
        if path.is_symlink() {
            return Err(StoreError::NotRegular { path: path.to_owned() });
        }
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(false);
        let file = text_file::open_at_once(&mut options, path).map_err(failed)?;
        if !file.metadata().map_err(failed)?.is_file() {
            return Err(StoreError::NotRegular { path: path.to_owned() });
        }
        match file.try_lock() {
            Ok(()) => Ok(Some(Self(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(StoreError::io("lock", path, error)),
        }
    }
}
