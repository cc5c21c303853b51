//! The exact distribution of a sum of uncertain weights.
//!
//! A weight lies anywhere within some points of its point value, each value alike. So a sum of weights is symmetric
//! about the sum of their point values, whatever their signs, and one half of its distribution says all.

use std::sync::Arc;

/// How far a weight may lie from its point value, at most, in points.
pub(super) const WIDEST: usize = 5;

/// How many weights lie up to 0, up to 1, and so on from their point values.
pub(super) type Weights = [usize; WIDEST + 1];

/// What is less likely than this at either end is left out.
const NEGLIGIBLE: f64 = 1e-30;

/// The probability of each value of a sum of weights, in whole points.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// The middle, which is also the mean.
    mean: i64,
    /// Sums are often spread alike about different means.
    spread: Arc<Spread>,
}

/// How a sum is spread about its mean.
#[derive(Debug, PartialEq)]
struct Spread {
    /// The probability of the mean, of lying 1 above it (and of lying 1 below it), and so on.
    masses: Vec<f64>,
    /// The probability of lying more than 0 above the mean, more than 1, and so on.
    beyond: Vec<f64>,
}

impl Distribution {
    /// The distribution of a sum of independent weights around `mean`, of which `weights[r]` are uniform on the whole
    /// numbers up to `r` from their own means.
    ///
    /// Only positive numbers are added, so nothing cancels and the rounding error stays near 1e-16 for each weight.
    pub(super) fn of_sum(mean: i64, weights: Weights) -> Self {
        let mut masses = vec![1.0];
        let mut around = Vec::new();
        for (r, count) in weights.into_iter().enumerate() {
            for _ in 0..count {
                widen(&mut masses, r, &mut around);
            }
        }
        Self::new(mean, masses)
    }

    fn new(mean: i64, masses: Vec<f64>) -> Self {
        let mut beyond = masses.clone();
        let mut sum = 0.0;
        for beyond in beyond.iter_mut().rev() {
            sum += std::mem::replace(beyond, sum);
        }
        Self { mean, spread: Arc::new(Spread { masses, beyond }) }
    }

    /// The same around another mean.
    pub(super) fn around(&self, mean: i64) -> Self {
        Self { mean, ..self.clone() }
    }

    /// How many probabilities it is made of.
    pub(super) fn len(&self) -> usize {
        self.spread.masses.len() + self.spread.beyond.len()
    }

    /// The distribution of the sum with one weight more, which lies up to `r` from its own mean.
    pub(super) fn with(&self, mean: i64, r: usize) -> Self {
        let mut masses = self.spread.masses.clone();
        widen(&mut masses, r, &mut Vec::new());
        Self::new(self.mean + mean, masses)
    }

    /// The distribution around the same mean without one weight that lies up to `r` from its own.
    ///
    /// The spreading of [`Self::of_sum`] is undone: where q is the rest and k = 2r + 1,
    /// k p(x + r) = q(x) + ... + q(x + 2r), so q(x) = k (p(x + r) - p(x + r + 1)) + q(x + k). From the end inwards
    /// the rounding error of each value is at most about 1e-16 for each cell that it is made of.
    pub(super) fn without(&self, r: usize) -> Self {
        let k = 2 * r + 1;
        let scale = f64::from(u32::try_from(k).unwrap_or(u32::MAX));
        let masses = &self.spread.masses;
        let mass = |distance: usize| masses.get(distance).copied().unwrap_or(0.0);
        let mut rest = vec![0.0; masses.len() - r];
        for x in (0..rest.len()).rev() {
            rest[x] = scale * (mass(x + r) - mass(x + r + 1)) + rest.get(x + k).copied().unwrap_or(0.0);
        }
        Self::new(self.mean, rest)
    }

    /// The sum of the point values, about which the distribution is symmetric.
    #[must_use]
    pub fn mean(&self) -> i64 {
        self.mean
    }

    /// The distribution of the same sum with the sign turned.
    #[must_use]
    pub fn negated(&self) -> Self {
        self.around(-self.mean)
    }

    /// The values that can occur, from the lowest, with their probabilities.
    pub fn values(&self) -> impl Iterator<Item = (i64, f64)> {
        let masses = &self.spread.masses;
        let below = masses[1..].iter().rev().copied();
        let least = self.mean - whole(masses.len() - 1);
        (least..).zip(below.chain(masses.iter().copied()))
    }

    /// The probability of a value above `value`.
    #[must_use]
    pub fn above(&self, value: i64) -> f64 {
        let beyond = |distance: i64| {
            usize::try_from(distance).map_or(0.0, |at| self.spread.beyond.get(at).copied().unwrap_or(0.0))
        };
        let distance = value - self.mean;
        if distance >= 0 { beyond(distance) } else { 1.0 - beyond(-distance - 1) }
    }

    /// The probability of a value below `value`.
    #[must_use]
    pub fn below(&self, value: i64) -> f64 {
        self.above(2 * self.mean - value)
    }

    /// The lowest and the highest value that nine of ten lie between: at most one in twenty is beyond either.
    #[must_use]
    pub fn nine_in_ten(&self) -> (i64, i64) {
        let distance =
            whole(self.spread.beyond.partition_point(|beyond| !super::chance::reaches(0.05, *beyond)));
        (self.mean - distance, self.mean + distance)
    }
}

/// Adds a weight that lies up to `r` from its own mean; `around` is room to work in.
#[expect(clippy::many_single_char_names, reason = "neighbors in a row")]
fn widen(masses: &mut Vec<f64>, r: usize, around: &mut Vec<f64>) {
    // The window about each value reaches over the mean into the other half, and beyond the end.
    around.clear();
    around.extend((1..=r).rev().map(|distance| masses.get(distance).copied().unwrap_or(0.0)));
    around.extend_from_slice(masses);
    around.resize(masses.len() + 3 * r, 0.0);
    // Each sum is written out: nearly all of the time goes there.
    match r {
        1 => spread(around, masses, 3, |window| match window {
            [a, b, c, ..] => a + b + c,
            _ => 0.0,
        }),
        2 => spread(around, masses, 5, |window| match window {
            [a, b, c, d, e, ..] => a + b + c + d + e,
            _ => 0.0,
        }),
        3 => spread(around, masses, 7, |window| match window {
            [a, b, c, d, e, f, g, ..] => a + b + c + d + e + f + g,
            _ => 0.0,
        }),
        4 => spread(around, masses, 9, |window| match window {
            [a, b, c, d, e, f, g, h, i, ..] => a + b + c + d + e + f + g + h + i,
            _ => 0.0,
        }),
        5 => spread(around, masses, 11, |window| match window {
            [a, b, c, d, e, f, g, h, i, j, k, ..] => a + b + c + d + e + f + g + h + i + j + k,
            _ => 0.0,
        }),
        _ => {}
    }
    masses.truncate(masses.iter().rposition(|mass| *mass > NEGLIGIBLE).unwrap_or(0) + 1);
}

/// The mean of each `width` neighbors of `around`, in one pass; `sum` adds those at the beginning of what is left.
fn spread(around: &[f64], masses: &mut Vec<f64>, width: u8, sum: impl Fn(&[f64]) -> f64) {
    let scale = 1.0 / f64::from(width);
    masses.resize((around.len() + 1).saturating_sub(width.into()), 0.0);
    let mut left = around;
    for mass in masses {
        *mass = sum(left) * scale;
        left = left.get(1..).unwrap_or_default();
    }
}

/// A distance as a number with a sign.
fn whole(distance: usize) -> i64 {
    i64::try_from(distance).unwrap_or(i64::MAX)
}
