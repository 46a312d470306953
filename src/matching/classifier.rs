//! Linear support vector machines, kept as weights of the examples, so that a question's similarities to
//! the indexed ways to ask are all that is needed to judge it.
//!
//! L2-regularised squared hinge loss, solved by dual coordinate descent (Hsieh et al., "A Dual Coordinate
//! Descent Method for Large-scale Linear SVM", ICML 2008).

use super::features::{Vector, dot};
use super::tuning::{FULL_PASSES, TRAINING_PASSES, VIOLATION_PENALTY};

/// A trained classifier: how far a question lies on the side of its topic.
#[derive(Debug, Default)]
pub(super) struct Classifier {
    /// Example and signed weight.
    support: Vec<(u32, f32)>,
    bias: f32,
}

impl Classifier {
    /// Trains on `(example, is of the topic)`; `scratch` has a zero for every feature and is left so.
    pub(super) fn train(examples: &[(u32, bool)], vectors: &[Vector], scratch: &mut [f32]) -> Self {
        let diagonal = 0.5 / VIOLATION_PENALTY;
        let mut weights = vec![0.0_f32; examples.len()];
        let mut bias = 0.0_f32;
        let squares: Vec<f32> = examples
            .iter()
            .map(|(example, _)| 1.0 + vectors[*example as usize].iter().map(|(_, w)| w * w).sum::<f32>())
            .collect();
        for pass in 0..TRAINING_PASSES {
            for at in scattered(examples.len(), pass) {
                if pass >= FULL_PASSES && weights[at] == 0.0 {
                    continue;
                }
                let (example, positive) = &examples[at];
                let vector = &vectors[*example as usize];
                let sign = if *positive { 1.0 } else { -1.0 };
                let gradient = sign * (dot(vector, scratch) + bias) - 1.0 + diagonal * weights[at];
                let updated = (weights[at] - gradient / (squares[at] + diagonal)).max(0.0);
                let step = sign * (updated - weights[at]);
                if step != 0.0 {
                    weights[at] = updated;
                    bias += step;
                    vector.iter().for_each(|(feature, weight)| scratch[*feature as usize] += step * weight);
                }
            }
        }
        for (example, _) in examples {
            vectors[*example as usize].iter().for_each(|(feature, _)| scratch[*feature as usize] = 0.0);
        }
        let support = examples.iter().zip(weights).filter(|(_, weight)| *weight > 0.0);
        let signed = |positive: bool, weight: f32| if positive { weight } else { -weight };
        Self { support: support.map(|((e, positive), w)| (*e, signed(*positive, w))).collect(), bias }
    }

    /// The margin of a question from its similarity to every example: about 1 on the topic, −1 off it.
    pub(super) fn margin(&self, similarities: &[f32]) -> f32 {
        self.support.iter().map(|(example, weight)| weight * similarities[*example as usize]).sum::<f32>()
            + self.bias
    }
}

/// Every number below `count` once, neighbours far apart and in another order each pass: coordinate descent
/// converges slowly where like examples follow one another, and a random order would not be repeatable.
fn scattered(count: usize, pass: usize) -> impl Iterator<Item = usize> {
    const STRIDES: [usize; 4] = [7919, 6101, 4057, 9973];
    let stride =
        (0..).map(|next| STRIDES[pass % STRIDES.len()] + pass + next).find(|stride| coprime(*stride, count));
    let stride = stride.unwrap_or(1);
    (0..count).map(move |at| (at * stride + pass) % count)
}

fn coprime(a: usize, b: usize) -> bool {
    if b == 0 { a == 1 } else { coprime(b, a % b) }
}
