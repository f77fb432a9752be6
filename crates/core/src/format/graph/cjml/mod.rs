//! CJML 2.0, the Customer Journey Modelling Language of SINTEF: actors, and touchpoints in order between them.
//!
//! Of two labels the initiator's is the name of the touchpoint and the receiver's what else is written on it. A step
//! between the customer and a department is owned by the department; one between two departments by that which
//! initiates it, and the other is told. CJML knows no ways that part.

mod read;
mod tree;
mod write;

#[cfg(test)]
mod tests;

pub use read::read;
pub use write::write;
