//! Merges as people would tell them.
