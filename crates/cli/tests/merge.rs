//! `crosslane merge` and `crosslane diff` as people, scripts and Git meet them.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use common::{UNOWNED, file, run};
use crosslane_core::format::crosslane::{open, revision_of, stamped, write};
use crosslane_core::model::Workspace;

/// The workspace after some texts of its file were replaced, saved.
fn edited(text: &str, replace: &[(&str, &str)]) -> String {
    let text = replace.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    write(&stamped(&open(&text).unwrap().workspace))
}

fn base() -> String {
    edited(UNOWNED, &[])
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn opened(path: &Path) -> Workspace {
    open(&std::fs::read_to_string(path).unwrap()).unwrap().workspace
}

const RENAMED: (&str, &str) = ("\"Letter\"", "\"Letter of decision\"");
const OWNED: (&str, &str) =
    ("\"stage\": \"backstage\"", "\"stage\": \"backstage\",\n          \"owner\": \"sales\"");
const CALLED: (&str, &str) = ("\"Call\"", "\"Phone call\"");
const VISITED: (&str, &str) = ("\"Call\"", "\"Visit\"");

#[test]
fn what_both_did_is_in_the_outcome_whose_parent_is_ours() {
    let base_file = file("merge-base.json", base());
    let ours = edited(&base(), &[RENAMED]);
    let theirs = edited(&base(), &[OWNED]);
    let (ours_file, theirs_file) = (file("merge-ours.json", &ours), file("merge-theirs.json", &theirs));
    let out = path("merge-out.json");
    let run = run(&["merge", &base_file, &ours_file, &theirs_file, "-o", out.to_str().unwrap()]);
    assert_eq!((run.code, run.out.as_str()), (0, "Merged without conflicts.\n"), "{}", run.err);
    let merged = opened(&out);
    assert_eq!(write(&merged), edited_content(&edited(&base(), &[RENAMED, OWNED]), &merged));
    assert_eq!(merged.parent_revision, open(&ours).unwrap().workspace.revision);
    assert_eq!(merged.revision, Some(revision_of(&merged)));
    let theirs = open(&theirs).unwrap().workspace;
    assert!(merged.earlier_revisions.iter().any(|revision| theirs.revision.as_deref() == Some(revision)));
}

/// The same content with the revisions of another version.
fn edited_content(text: &str, revised: &Workspace) -> String {
    let content = open(text).unwrap().workspace;
    write(&Workspace {
        revision: revised.revision.clone(),
        parent_revision: revised.parent_revision.clone(),
        earlier_revisions: revised.earlier_revisions.clone(),
        ..content
    })
}

#[test]
fn conflicts_are_listed_keep_ours_and_can_be_settled() {
    let base_file = file("conflict-base.json", base());
    let ours = file("conflict-ours.json", edited(&base(), &[CALLED, RENAMED]));
    let theirs = file("conflict-theirs.json", edited(&base(), &[VISITED, OWNED]));
    let out = path("conflict-out.json");
    let merge = |more: &[&str]| {
        run(&[&["merge", &base_file, &ours, &theirs, "-o", out.to_str().unwrap()], more].concat())
    };
    let open_one = merge(&[]);
    assert_eq!(open_one.code, 1, "{}", open_one.err);
    assert_eq!(
        open_one.out,
        "1 conflict; ours is kept:\n\nTouchpoint “Phone call” in journey “Claim”: name (both changed it)\n  \
         ours: “Phone call”\n  theirs: “Visit”\n"
    );
    assert_eq!(
        opened(&out),
        open(&edited_content(&edited(&base(), &[CALLED, RENAMED, OWNED]), &opened(&out))).unwrap().workspace
    );
    let json = merge(&["--format", "json"]);
    assert_eq!(json.code, 1);
    assert_eq!(
        json.json(),
        serde_json::json!({"conflicts": [{
            "path": r#"journeys["j1"].touchpoints["t1"].name"#, "kind": "value",
            "base": "Call", "ours": "Phone call", "theirs": "Visit",
        }]})
    );
    let settled = merge(&["--settle", "theirs"]);
    assert_eq!(settled.code, 0, "{}", settled.err);
    assert!(settled.out.starts_with("1 conflict, settled as theirs:"), "{}", settled.out);
    assert_eq!(
        write(&opened(&out)),
        edited_content(&edited(&base(), &[VISITED, RENAMED, OWNED]), &opened(&out))
    );
}

#[test]
fn without_a_base_what_one_lacks_is_taken_over_and_nothing_is_written_where_a_file_is_bad() {
    let empty = file("no-base.json", "");
    let ours = file("two-ours.json", edited(UNOWNED, &[]));
    let theirs = file("two-theirs.json", edited(UNOWNED, &[OWNED]));
    let out = path("two-out.json");
    let _ = std::fs::remove_file(&out);
    let arguments = ["merge", &empty, &ours, &theirs, "-o", out.to_str().unwrap()];
    assert_eq!(run(&arguments).code, 0);
    assert!(std::fs::read_to_string(&out).unwrap().contains("\"owner\": \"sales\""));
    std::fs::remove_file(&out).unwrap();
    let bad = file("two-bad.json", "{\"format\": \"crosslane\"");
    let refused = run(&["merge", &empty, &ours, &bad, "-o", out.to_str().unwrap()]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("two-bad.json"), "{}", refused.err);
    assert!(!out.exists());
    assert_eq!(run(&["merge", &empty, &ours, &theirs]).code, 2, "without a file to write");
}

#[test]
fn a_difference_is_told_by_entity_in_words_and_as_json() {
    let moved = (
        r#""t1",
            "t2",
            "t3""#,
        r#""t3",
            "t1",
            "t2""#,
    );
    let before = file("diff-a.json", base());
    let after = file("diff-b.json", edited(&base(), &[moved, OWNED, CALLED]));
    let told = run(&["diff", &before, &after]);
    assert_eq!(told.code, 1, "{}", told.err);
    assert_eq!(
        told.out,
        "1 moved, 1 with a new owner, 1 changed\n\nTouchpoint “Phone call” in journey “Claim”\n  name: “Call” → “Phone \
         call”\nTouchpoint “Assess” in journey “Claim”\n  owner: new: “Sales”\nTouchpoint “Letter” in journey \
         “Claim”\n  moved: in “Ask”, after “Assess” → in “Ask”, first\n"
            .replace("“Phone \n         call”", "“Phone call”")
    );
    let json = run(&["diff", &before, &after, "--format", "json"]).json();
    assert_eq!(json["entities"][2]["kinds"], serde_json::json!(["moved"]));
    assert_eq!(json["entities"][2]["moved"]["to"], serde_json::json!({"phase": "p1"}));
    assert_eq!(json["entities"][1]["changes"][0]["after"], "sales");
    let same = run(&["diff", &before, &before]);
    assert_eq!((same.code, same.out.as_str()), (0, "Nothing differs.\n"));
    assert_eq!(run(&["diff", &before]).code, 2);
}

/// A Git repository of its own, with Crosslane as its merge and diff driver as the documentation says.
struct Repository(PathBuf);

impl Repository {
    fn new(name: &str) -> Self {
        let folder = path(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let repository = Self(folder);
        repository.git(&["init", "--quiet", "--initial-branch", "main"]);
        let program = env!("CARGO_BIN_EXE_crosslane");
        // The lines of docs/cli.md, with the program's path.
        let documented = include_str!("../../../docs/cli.md");
        for key in ["merge.crosslane.driver", "diff.crosslane.command"] {
            let line = documented.lines().find(|line| line.contains(key)).unwrap();
            let value = line.split('\'').nth(1).unwrap().replace("crosslane ", &format!("'{program}' "));
            repository.git(&["config", key, &value]);
        }
        let attributes = documented.lines().find(|line| line.contains(".gitattributes")).unwrap();
        repository.write(".gitattributes", attributes.split('\'').nth(1).unwrap());
        repository.commit("w.crosslane.json", &base());
        repository
    }

    fn git_output(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("git");
        command.current_dir(&self.0).args(["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]);
        // Nothing of the machine's own settings.
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").args(arguments);
        command.output().unwrap()
    }

    fn git(&self, arguments: &[&str]) -> String {
        let output = self.git_output(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn write(&self, name: &str, content: &str) {
        std::fs::write(self.0.join(name), content).unwrap();
    }

    fn commit(&self, name: &str, content: &str) {
        self.write(name, content);
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "A change"]);
    }

    /// Two branches from the base, with these edits; the first is checked out.
    fn branch(&self, ours: &[(&str, &str)], theirs: &[(&str, &str)]) {
        self.git(&["checkout", "--quiet", "-b", "theirs"]);
        self.commit("w.crosslane.json", &edited(&base(), theirs));
        self.git(&["checkout", "--quiet", "main"]);
        self.commit("w.crosslane.json", &edited(&base(), ours));
    }

    fn workspace(&self) -> Workspace {
        opened(&self.0.join("w.crosslane.json"))
    }
}

#[test]
fn git_merges_with_it() {
    let repository = Repository::new("git-clean");
    repository.branch(&[RENAMED, CALLED], &[OWNED]);
    repository.git(&["merge", "--quiet", "--no-edit", "theirs"]);
    let merged = repository.workspace();
    assert_eq!(write(&merged), edited_content(&edited(&base(), &[RENAMED, CALLED, OWNED]), &merged));
    assert_eq!(repository.git(&["status", "--short"]), "");
}

#[test]
fn git_stops_at_a_conflict_with_ours_in_the_file_and_the_conflicts_told() {
    let repository = Repository::new("git-conflict");
    repository.branch(&[CALLED], &[VISITED, OWNED]);
    let stopped = repository.git_output(&["merge", "--no-edit", "theirs"]);
    assert_eq!(stopped.status.code(), Some(1));
    let told = String::from_utf8_lossy(&stopped.stdout).into_owned();
    assert!(told.contains("1 conflict; ours is kept") && told.contains("theirs: “Visit”"), "{told}");
    assert_eq!(repository.git(&["status", "--short"]), "UU w.crosslane.json\n");
    let merged = repository.workspace();
    assert_eq!(write(&merged), edited_content(&edited(&base(), &[CALLED, OWNED]), &merged));
}

#[test]
fn git_shows_differences_in_words() {
    let repository = Repository::new("git-diff");
    repository.write("w.crosslane.json", &edited(&base(), &[CALLED]));
    let told = repository.git(&["diff"]);
    assert!(told.starts_with("w.crosslane.json\n1 changed\n"), "{told}");
    assert!(told.contains("name: “Call” → “Phone call”"), "{told}");
    repository.commit("new.crosslane.json", &base());
    let told = repository.git(&["show", "--ext-diff", "--format=", "HEAD"]);
    assert!(told.contains("new.crosslane.json\n") && told.contains("Journey “Claim”\n  new\n"), "{told}");
}
