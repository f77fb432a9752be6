//! Doing several jobs at once where there are several processors: rules know nothing of each other. A page has one
//! thread.

/// About fewer touchpoints one processor is done before another has begun.
#[cfg(not(target_family = "wasm"))]
const WORTH_IT: usize = 2_000;

/// The results of some jobs about so many touchpoints, in the order of the jobs.
#[cfg(not(target_family = "wasm"))]
pub fn each<T: Send>(jobs: usize, touchpoints: usize, job: impl Fn(usize) -> T + Send + Sync) -> Vec<T> {
    use rayon::prelude::*;

    if touchpoints < WORTH_IT {
        return (0..jobs).map(job).collect();
    }
    (0..jobs).into_par_iter().with_max_len(1).map(job).collect()
}

/// The results of some jobs, in their order.
#[cfg(target_family = "wasm")]
pub fn each<T>(jobs: usize, _touchpoints: usize, job: impl Fn(usize) -> T) -> Vec<T> {
    (0..jobs).map(job).collect()
}
