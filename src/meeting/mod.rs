//! What the heads of departments read before they meet: the page of one department, and the page of two.

mod department;
mod pair;

pub use department::department;
pub use pair::pair;
