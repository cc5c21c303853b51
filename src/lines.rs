//! Lines of a stream of any length, worked on by any number of threads and handed on in their order.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::num::NonZero;
use std::sync::{Arc, Condvar, LockResult, Mutex, PoisonError};
use std::thread;

/// How many bytes are usually asked for at once.
pub const PIECE: usize = 64 * 1024;

/// The mark that some programs put before UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Why not all lines could be worked on.
#[derive(Debug, thiserror::Error)]
pub enum LinesError {
    /// The stream can't be read.
    #[error("can't read from standard input: {0}")]
    Read(io::Error),
    /// The system has no more threads.
    #[error("can't start {count} threads: {source}")]
    Threads {
        /// How many there should be.
        count: usize,
        /// What the system said.
        source: io::Error,
    },
}

/// How many threads this machine works on at once; 1 if it does not say.
#[must_use]
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Whole lines of a stream, as many as have come.
///
/// Memory is bounded by the longest line that is wanted: of a longer one only so much is kept that it is seen to be longer.
pub struct Blocks<R> {
    input: R,
    /// The longest line that is wanted, in bytes.
    longest: usize,
    /// What comes at once.
    piece: Vec<u8>,
    /// The beginning of a line that has not come whole.
    begun: Vec<u8>,
    /// Whether the rest of that line is left out.
    too_long: bool,
    /// Whether nothing has been handed out yet.
    at_start: bool,
}

impl<R: Read> Blocks<R> {
    /// The lines of a stream, of which only those of at most `longest` bytes are wanted whole, about `piece` bytes at once.
    pub fn new(input: R, longest: usize, piece: usize) -> Self {
        let piece = vec![0; piece];
        Self { input, longest, piece, begun: Vec::new(), too_long: false, at_start: true }
    }

    /// The next lines, each with its line feed but for the last of all; none at the end.
    ///
    /// # Errors
    /// If the stream can't be read.
    pub fn read(&mut self) -> io::Result<Option<Vec<u8>>> {
        loop {
            let before = self.begun.len();
            let come = self.fill()?;
            if come == 0 {
                let last = std::mem::take(&mut self.begun);
                return Ok(Some(self.unmarked(last)).filter(|last| !last.is_empty()));
            }
            if self.too_long {
                let Some(end) = self.begun[before..].iter().position(|byte| *byte == b'\n') else {
                    self.begun.truncate(before);
                    continue;
                };
                self.begun.drain(before..before + end);
                self.too_long = false;
            }
            if let Some(end) = self.begun.iter().rposition(|byte| *byte == b'\n') {
                let rest = self.begun.split_off(end + 1);
                let whole = std::mem::replace(&mut self.begun, rest);
                return Ok(Some(self.unmarked(whole)));
            }
            if self.begun.len() > self.longest {
                self.begun.truncate(self.longest + 1);
                self.too_long = true;
            }
        }
    }

    /// Appends what has come to what has begun, and says how much that is.
    fn fill(&mut self) -> io::Result<usize> {
        let come = loop {
            match self.input.read(&mut self.piece) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        self.begun.extend_from_slice(&self.piece[..come]);
        Ok(come)
    }

    /// The same without the mark that may stand at the very beginning.
    fn unmarked(&mut self, mut block: Vec<u8>) -> Vec<u8> {
        if std::mem::take(&mut self.at_start) && block.starts_with(MARK) {
            block.drain(..MARK.len());
        }
        block
    }
}

/// Works on all lines of a stream with so many threads, and takes what comes of each block in the order of the stream.
///
/// Each thread has a worker of its own. With one thread there is none but this one. Whatever ends it early leaves the others to
/// the end of the process: one of them may be waiting for more of the stream.
///
/// # Errors
/// If the stream can't be read, a thread can't be started, or `take` says so.
pub fn work_on<T, W, E>(
    mut blocks: Blocks<impl Read + Send + 'static>,
    threads: usize,
    worker: impl Fn() -> W + Clone + Send + 'static,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E>
where
    T: Send + 'static,
    W: FnMut(&[u8]) -> T,
    E: From<LinesError>,
{
    if threads <= 1 {
        let mut work = worker();
        while let Some(block) = blocks.read().map_err(LinesError::Read)? {
            take(work(&block))?;
        }
        return Ok(());
    }
    let desk = Arc::new(Desk {
        blocks: Mutex::new((0, blocks)),
        laid: Mutex::new(Laid { first: 0, done: VecDeque::new() }),
        changed: Condvar::new(),
        most_laid: 2 * threads,
    });
    for _ in 0..threads {
        let (desk, worker) = (Arc::clone(&desk), worker.clone());
        let started = thread::Builder::new().spawn(move || desk.work(worker()));
        started.map_err(|source| LinesError::Threads { count: threads, source })?;
    }
    while let Some(done) = desk.take().map_err(LinesError::Read)? {
        take(done)?;
    }
    Ok(())
}

/// Where threads take blocks from, and lay down what comes of them.
struct Desk<R, T> {
    /// The number of the next block, and what comes of the stream.
    blocks: Mutex<(usize, Blocks<R>)>,
    laid: Mutex<Laid<T>>,
    changed: Condvar,
    /// How many blocks may be ahead of the one that is taken next.
    most_laid: usize,
}

/// What came of one block after the other and was not taken yet.
struct Laid<T> {
    /// The number of the first of these blocks.
    first: usize,
    /// What came of it and of those behind it; none of one that is still worked on.
    done: VecDeque<Option<io::Result<Option<T>>>>,
}

impl<R: Read, T> Desk<R, T> {
    /// Works on one block after the other, to the end of the stream.
    fn work(&self, mut work: impl FnMut(&[u8]) -> T) {
        loop {
            let (number, block) = {
                let mut blocks = held(self.blocks.lock());
                blocks.0 += 1;
                (blocks.0 - 1, blocks.1.read().transpose())
            };
            let is_last = !matches!(block, Some(Ok(_)));
            let done = block.map(|block| block.map(|block| work(&block))).transpose();
            let mut laid = held(self.laid.lock());
            while number - laid.first >= self.most_laid {
                laid = held(self.changed.wait(laid));
            }
            let place = number - laid.first;
            let room = laid.done.len().max(place + 1);
            laid.done.resize_with(room, || None);
            laid.done[place] = Some(done);
            self.changed.notify_all();
            if is_last {
                return;
            }
        }
    }

    /// What comes of the next block; none at the end of the stream.
    fn take(&self) -> io::Result<Option<T>> {
        let mut laid = held(self.laid.lock());
        loop {
            if let Some(done) = laid.done.front_mut().and_then(Option::take) {
                laid.done.pop_front();
                laid.first += 1;
                self.changed.notify_all();
                return done;
            }
            laid = held(self.changed.wait(laid));
        }
    }
}

/// What a lock holds. A thread that panics ends the process, so none leaves a lock behind.
fn held<G>(locked: LockResult<G>) -> G {
    locked.unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Comes in pieces of such lengths, over and over.
    struct Pieces<'t> {
        text: &'t [u8],
        lengths: std::iter::Cycle<std::slice::Iter<'t, usize>>,
    }

    impl Read for Pieces<'_> {
        fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
            let length = self.lengths.next().copied().unwrap_or(1).min(buf.len()).min(self.text.len());
            let (piece, rest) = self.text.split_at(length);
            buf[..length].copy_from_slice(piece);
            self.text = rest;
            if length == 0 && !rest.is_empty() { Err(io::ErrorKind::Interrupted.into()) } else { Ok(length) }
        }
    }

    fn read(text: &[u8], lengths: &[usize], longest: usize) -> Vec<u8> {
        let mut blocks = Blocks::new(Pieces { text, lengths: lengths.iter().cycle() }, longest, PIECE);
        let mut all = Vec::new();
        while let Some(block) = blocks.read().unwrap() {
            assert!(!block.is_empty() && block.len() <= longest + PIECE);
            all.extend(block);
        }
        all
    }

    #[test]
    fn lines_come_whole_however_the_stream_is_cut() {
        let text = b"\xef\xbb\xbfone\n\ntwo \xef\xbb\xbf\nthree";
        for lengths in [&[1_000_usize][..], &[3, 0, 1], &[4], &[1, 0]] {
            assert_eq!(read(text, lengths, 10), &text[3..], "{lengths:?}");
            assert_eq!(read(b"", lengths, 10), b"");
            assert_eq!(read(MARK, lengths, 10), b"");
            assert_eq!(read(b"\n", lengths, 10), b"\n");
        }
    }

    #[test]
    fn of_a_line_that_is_too_long_only_the_beginning_is_kept() {
        let long = "x".repeat(3 * PIECE);
        let text = format!("short\n{long}\nshort\n{long}");
        for lengths in [&[PIECE][..], &[1_000, 77], &[usize::MAX]] {
            let read = read(text.as_bytes(), lengths, 10);
            let lines: Vec<&[u8]> = read.split(|byte| *byte == b'\n').collect();
            let [first, second, third, last] = lines[..] else { panic!("{} lines", lines.len()) };
            assert_eq!((first, third), (&b"short"[..], &b"short"[..]));
            assert!([second, last].iter().all(|line| (11..=11 + PIECE).contains(&line.len())));
        }
    }

    #[test]
    fn blocks_are_taken_in_their_order_by_any_number_of_threads() {
        use std::fmt::Write;
        let mut text = String::new();
        for number in 0..200_000 {
            writeln!(text, "{number}").unwrap();
        }
        for threads in [1, 2, 3, 16] {
            let mut all = Vec::new();
            let blocks = Blocks::new(io::Cursor::new(text.clone().into_bytes()), 10, PIECE);
            let take = |block: Vec<u8>| {
                all.extend(block);
                Ok::<(), LinesError>(())
            };
            work_on(blocks, threads, || |block: &[u8]| block.to_vec(), take).unwrap();
            assert!(all == text.as_bytes(), "{threads} threads");
        }
    }

    #[test]
    fn what_goes_wrong_ends_it() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::NotFound.into())
            }
        }
        for threads in [1, 4] {
            let blocks = Blocks::new(io::Cursor::new(b"one\n".to_vec()).chain(Broken), 10, PIECE);
            let mut taken = 0;
            let take = |()| {
                taken += 1;
                Ok::<(), LinesError>(())
            };
            let ended = work_on(blocks, threads, || |_: &[u8]| (), take);
            assert!(matches!(ended, Err(LinesError::Read(_))), "{ended:?}");
            assert_eq!(taken, 1);
            let full = || LinesError::Read(io::ErrorKind::StorageFull.into());
            let endless = Blocks::new(io::repeat(b'\n'), 10, 16);
            let ended = work_on(endless, threads, || |_: &[u8]| (), |()| Err(full()));
            assert_eq!(ended.unwrap_err().to_string(), full().to_string());
        }
    }
}
