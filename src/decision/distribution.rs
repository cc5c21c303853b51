//! The exact distribution of a net score whose weights are uncertain.

/// The probability of each value of a net score, in whole units.
#[derive(Clone, Debug)]
pub(super) struct Distribution {
    /// The lowest value.
    least: i64,
    /// The probability of `least`, of `least + 1`, and so on; they sum to 1.
    masses: Vec<f64>,
    /// The probability of a value up to `least`, up to `least + 1`, and so on.
    up_to: Vec<f64>,
}

/// One uncertain summand: `step` times a whole number that is uniform on `low..=high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Summand {
    /// Units for each point; negative for what speaks against.
    pub(super) step: i64,
    /// The lowest weight in points.
    pub(super) low: i64,
    /// The highest weight in points.
    pub(super) high: i64,
}

impl Summand {
    /// How many values it can take.
    fn values(self) -> usize {
        index(self.high - self.low) + 1
    }

    /// The lowest value, in units.
    fn least(self) -> i64 {
        (self.step * self.low).min(self.step * self.high)
    }
}

impl Distribution {
    /// The distribution of a sum of independent summands.
    ///
    /// Each summand spreads what is there over its equally likely values. Only positive numbers are added,
    /// so nothing cancels and the rounding error stays near 1e-16 for each summand.
    pub(super) fn of_sum(summands: impl Iterator<Item = Summand>) -> Self {
        let mut least = 0;
        let mut masses = vec![1.0];
        let mut spread = Vec::new();
        for summand in summands {
            least += summand.least();
            let values = summand.values();
            if values == 1 {
                continue;
            }
            let step = index(summand.step.abs());
            spread.clear();
            spread.resize(masses.len() + (values - 1) * step, 0.0);
            for value in 0..values {
                for (to, from) in spread[value * step..].iter_mut().zip(&masses) {
                    *to += from;
                }
            }
            let scale = 1.0 / super::as_f64(summand.high - summand.low + 1);
            for mass in &mut spread {
                *mass *= scale;
            }
            std::mem::swap(&mut masses, &mut spread);
        }
        Self::new(least, masses)
    }

    fn new(least: i64, masses: Vec<f64>) -> Self {
        let up_to = masses
            .iter()
            .scan(0.0, |sum, mass| {
                *sum += mass;
                Some(*sum)
            })
            .collect();
        Self { least, masses, up_to }
    }

    /// The distribution of the sum without one of its summands.
    ///
    /// The spreading of [`Self::of_sum`] is undone: where q is the rest, k p(x) = q(x) + ... + q(x - (k-1) step),
    /// so q(x) = k (p(x) - p(x - step)) + q(x - k step). Both halves are worked out from their own end, so that
    /// the rounding error of each value is at most about support * 1e-16 times the largest probability.
    pub(super) fn without(&self, summand: Summand) -> Self {
        let values = summand.values();
        let least = self.least - summand.least();
        if values == 1 {
            return Self { least, ..self.clone() };
        }
        let step = index(summand.step.abs());
        let scale = super::as_f64(summand.high - summand.low + 1);
        let length = self.masses.len() - (values - 1) * step;
        let half = length.div_ceil(2);
        let mut rest = vec![0.0; length];
        for x in 0..half {
            let before = if x >= step { self.masses[x - step] } else { 0.0 };
            let far = if x >= values * step { rest[x - values * step] } else { 0.0 };
            rest[x] = scale * (self.masses[x] - before) + far;
        }
        let last = self.masses.len() - 1;
        for x in 0..length - half {
            let before = if x >= step { self.masses[last - (x - step)] } else { 0.0 };
            let far = if x >= values * step { rest[length - 1 - (x - values * step)] } else { 0.0 };
            rest[length - 1 - x] = scale * (self.masses[last - x] - before) + far;
        }
        Self::new(least, rest)
    }

    /// The values that can occur, with their probabilities.
    pub(super) fn values(&self) -> impl Iterator<Item = (i64, f64)> + '_ {
        (self.least..).zip(self.masses.iter().copied())
    }

    /// The lowest and the highest value.
    pub(super) fn range(&self) -> (i64, i64) {
        (self.least, self.least + i64::try_from(self.masses.len()).unwrap_or(i64::MAX) - 1)
    }

    /// The probability of a value below `value`.
    pub(super) fn below(&self, value: i64) -> f64 {
        match usize::try_from(value - 1 - self.least) {
            Err(_) => 0.0,
            Ok(at) => self.up_to.get(at).copied().unwrap_or(1.0),
        }
    }
}

/// A distance between two values, never negative.
fn index(distance: i64) -> usize {
    usize::try_from(distance).unwrap_or(0)
}
