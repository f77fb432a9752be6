//! For each rule the smallest journeys in which it gives each of its answers.

/// The journeys of one rule, as [`crate::testing`] reads them. Where a `!` stands, the touchpoint that receives
/// can be made a moment of truth.
pub(super) struct Case {
    pub rule: &'static str,
    /// It fires, below an error if it can.
    pub fires: &'static str,
    /// It looks, and nothing is wrong.
    pub clear: &'static str,
    /// It has nothing to look at, or says that it does not apply.
    pub inapplicable: &'static str,
    /// A blank leaves it open; `None` where no blank can.
    pub open: Option<&'static str>,
}

/// One case for each rule, in the order of the registry.
pub(super) const CASES: &[Case] = &[
    Case {
        rule: "customer-repeats",
        fires: "a x front asked=name produced=-\n b y front ! asked=name produced=-",
        clear: "a x front asked=name produced=-\n b y front asked=iban produced=-",
        inapplicable: "a ? customer asked=name\n b ? customer asked=name",
        open: Some("a x front produced=-\n b y front asked=name produced=-"),
    },
    Case {
        rule: "information-lost",
        fires: "a x front asked=name needed=- produced=- systems=-
            b y back ! asked=- needed=name produced=- systems=-\n a>b passed=-",
        clear: "a x front asked=name needed=- produced=- systems=-
            b y back asked=- needed=name produced=- systems=-\n a>b passed=name",
        inapplicable: "a ? customer asked=name\n b ? customer needed=name",
        open: Some(
            "a x front asked=name needed=- produced=- systems=-
            b y back asked=- needed=name produced=- systems=-",
        ),
    },
    Case {
        rule: "customer-carries",
        fires: "a x front\n b y front !\n a>b method=customer",
        clear: "a x front\n b y front started=organisation\n a>b method=warm",
        inapplicable: "a x front\n b x front\n a>b method=customer",
        open: Some("a x front\n b y front"),
    },
    Case {
        rule: "satisfaction-drop",
        fires: "a x front sat=5\n b y front ! sat=3",
        clear: "a x front sat=4\n b y front sat=4",
        inapplicable: "a x back sat=5\n b y front sat=1",
        open: Some("a x front sat=5\n b y front"),
    },
    Case {
        rule: "forced-channel-switch",
        fires: "a x front channel=web\n b y front ! channel=phone\n a>b forced=yes",
        clear: "a x front channel=web\n b y front channel=phone\n a>b forced=no",
        inapplicable: "a x back channel=web\n b y front channel=phone\n a>b forced=yes",
        open: Some("a x front channel=web\n b y front channel=phone"),
    },
    Case {
        rule: "cold-handoff",
        fires: "a x front\n b y front !\n a>b method=email passed=-",
        clear: "a x front\n b y front\n a>b method=email passed=name",
        inapplicable: "a x front\n b x front\n a>b method=none",
        open: Some("a x front\n b y front"),
    },
    Case {
        rule: "unowned-handoff",
        fires: "a x front\n b y front !\n a>b by=-",
        clear: "a x front\n b y front\n a>b by=x",
        inapplicable: "a x front\n b x front\n a>b by=-",
        open: Some("a x front\n b y front"),
    },
    Case {
        rule: "no-acknowledgement",
        fires: "a x front\n b y front !\n a>b ack=no",
        clear: "a x front\n b y front\n a>b ack=yes",
        inapplicable: "a x front\n b x front\n a>b ack=no",
        open: Some("a x front\n b y front"),
    },
    Case {
        rule: "no-fallback",
        fires: "a x front\n b y front imp=4 !\n a>b fallback=-",
        clear: "a x front\n b y front imp=4\n a>b fallback=call",
        inapplicable: "a x front\n b x front imp=4\n a>b fallback=-",
        open: Some("a x front\n b y front imp=4"),
    },
    Case {
        rule: "handoff-card-incomplete",
        fires: "a x front\n b y front !\n a>b fallback=call",
        clear: "a x front\n b y front\n a>b fallback=call trigger=signed passed=name",
        inapplicable: "a x front\n b x front\n a>b fallback=call",
        open: Some("a x front\n b y front"),
    },
    Case {
        rule: "disputed-handoff",
        fires: "a x front\n b y front !\n a>b by=x from=yes to=no",
        clear: "a x front\n b y front\n a>b by=x from=yes to=yes",
        inapplicable: "a x front\n b x front\n a>b by=x from=yes to=no",
        open: Some("a x front\n b y front\n a>b by=x from=yes"),
    },
    Case {
        rule: "returned-incomplete",
        fires: "a x front\n b y front !\n a>b complete=89.9",
        clear: "a x front\n b y front\n a>b complete=90",
        inapplicable: "a x front\n b x front\n a>b complete=10",
        open: Some("a x front\n b y front\n a>b by=x"),
    },
    Case {
        rule: "no-target-wait",
        fires: "a x front\n b y front !\n a>b by=x wait=60",
        clear: "a x front\n b y front\n a>b target=60 wait=60",
        inapplicable: "a x front\n b x front\n a>b by=x wait=60",
        open: Some("a x front\n b y front\n a>b by=x"),
    },
    Case {
        rule: "wait-over-target",
        fires: "a x front\n b y front !\n a>b target=60 wait=61",
        clear: "a x front\n b y front\n a>b target=60 wait=60",
        inapplicable: "a x front\n b x front\n a>b target=60 wait=61",
        open: Some("a x front\n b y front\n a>b target=60"),
    },
    Case {
        rule: "promise-cannot-hold",
        fires: "a x front promise=p/s/100\n b y front ! fulfils=s duration=0\n a>b wait=81",
        clear: "a x front promise=p/s/100\n b y front fulfils=s duration=0\n a>b wait=80",
        inapplicable: "a x front promise=p/s//gentle\n b y front fulfils=s duration=0\n a>b wait=81",
        open: Some("a x front promise=p/s/100\n b y front fulfils=s duration=0"),
    },
    Case {
        rule: "undelivered-promise",
        fires: "a x front promise=p/s/60 responsible=- consulted=- informed=-
            b y front ! promises=- fulfils=s",
        clear: "a x front promise=p/s/60\n b x front promises=- fulfils=s",
        inapplicable: "a x front promises=-\n b ? customer",
        open: Some("a x front promise=p/s/60\n b x front promises=-"),
    },
    Case {
        rule: "conflicting-promises",
        fires: "a x front promise=p/s/60\n b y front ! promise=q/s/90",
        clear: "a x front promise=p/s/60\n b y front promise=q/s/60",
        inapplicable: "subject s unit=days\n a x front promises=-\n b y front promises=-",
        open: Some("a x front promise=p/s/60\n b y front promise=q/s"),
    },
    Case {
        rule: "ping-pong",
        fires: "a x front\n b y front\n c x front !\n a>b as=collaboration",
        clear: "a x front\n b y front\n c x front\n a>b as=service",
        inapplicable: "a x front\n b x front\n c x front",
        open: Some("a x front\n b y front\n c x front"),
    },
    Case {
        rule: "relay",
        fires: "a x front\n b y front\n c z front\n d w front !",
        clear: "a x front\n b y front\n c z front",
        inapplicable: "a x front\n b x front",
        open: Some("a x front\n b ? front\n c ? front\n d z front"),
    },
    Case {
        rule: "broken-tool-chain",
        fires: "system s connected=-\n system t connected=-
            a x front systems=s\n b y front ! systems=t\n a>b method=form passed=name",
        clear: "a x front systems=s\n b y front systems=s\n a>b method=form passed=name",
        inapplicable: "a x front systems=s\n b x front systems=t\n a>b method=form passed=name",
        open: Some("a x front systems=s\n b y front\n a>b method=form passed=name"),
    },
    Case {
        rule: "locked-system",
        fires: "a y front systems=-\n b x front ! systems=s\n system s by=y request=x",
        clear: "a y front systems=-\n b x front systems=s\n system s by=y write=x",
        inapplicable: "a ? customer\n b ? customer",
        open: Some("a y front systems=-\n b x front systems=s\n system s by=y"),
    },
    Case {
        rule: "standards-differ",
        fires: "a x front channel=web lives=l/s/formal\n b y front ! channel=web lives=l/s/casual",
        clear: "a x front channel=web lives=l/s/formal\n b y front channel=web lives=l/s/formal",
        inapplicable: "subject s unit=days\n a x front standards=-\n b y front standards=-",
        open: Some("standard k about=s value=formal\n a x front channel=web"),
    },
    Case {
        rule: "mixed-vocabulary",
        fires: "a x front\n b y front !\n term t x=case y=claim",
        clear: "a x front\n b y front\n term t x=case y=case",
        inapplicable: "a x front\n b x front\n term t x=case y=claim",
        open: Some("a x front\n b y front\n term t x=case"),
    },
    Case {
        rule: "opposing-measures",
        fires: "a x front\n b y front !\n measure speed opposes=care\n measure care opposes=-
            department x measures=speed/up\n department y measures=care/up",
        clear: "a x front\n b y front\n measure speed opposes=-
            department x measures=speed/up\n department y measures=speed/up",
        inapplicable: "a x front\n b x front\n measure speed opposes=-\n department x measures=speed/up",
        open: Some("a x front\n b y front\n measure speed opposes=-\n department x measures=speed/up"),
    },
    Case {
        rule: "no-shared-goal",
        fires: "a x front\n b y front !\n goal g parts=x",
        clear: "a x front\n b y front\n goal g parts=x,y",
        inapplicable: "a x front\n b x front\n goal g parts=z",
        open: Some("a x front\n b y front\n goal g"),
    },
    Case {
        rule: "goal-without-contribution",
        fires: "a x front\n b y front !\n goal g journeys=j parts=x",
        clear: "a x front\n b y front\n goal g journeys=j parts=x,y",
        inapplicable: "a x front\n b y front\n goal g journeys=other parts=x",
        open: Some("a x front\n b y front\n goal g journeys=j"),
    },
    Case {
        rule: "wrong-face",
        fires: "a x front face=x\n b y front ! face=x",
        clear: "a x front face=x\n b y front face=y",
        inapplicable: "a x back face=y\n b ? customer",
        open: Some("a x front"),
    },
    Case {
        rule: "unowned-touchpoint",
        fires: "a ? front !",
        clear: "a x front",
        inapplicable: "a ? customer",
        open: Some("a ? ?"),
    },
    Case {
        rule: "contested-ownership",
        fires: "a x front ! claimed=y",
        clear: "a x front claimed=-",
        inapplicable: "a ? customer claimed=x,y",
        open: Some("a x front"),
    },
    Case {
        rule: "absent-department",
        fires: "a x front !\n department x takes=no",
        clear: "a x front\n department x takes=yes",
        inapplicable: "a ? customer\n department x takes=no",
        open: Some("a x front"),
    },
    Case {
        rule: "green-parts-red-whole",
        fires: "a x front ! sat=4\n journey sat=3",
        clear: "a x front sat=3.9\n journey sat=3",
        inapplicable: "a x back sat=4\n journey sat=3",
        open: Some("a x front sat=4"),
    },
    Case {
        rule: "one-sided-initiative",
        fires: "a x front\n b y front !\n a>b method=none\n initiative i flags=cold-handoff@a>b departments=x",
        clear: "a x front\n b y front\n a>b method=none\n initiative i flags=cold-handoff@a>b departments=x,y",
        inapplicable: "a x front\n b y front\n a>b method=none",
        open: Some("a x front\n b y front\n a>b method=none\n initiative i flags=cold-handoff@a>b"),
    },
    Case {
        rule: "unaddressed-break",
        fires: "a x front\n b y front !\n a>b method=none",
        clear: "a x front\n b y front\n a>b method=none trigger=t fallback=f
            initiative i departments=x,y flags=cold-handoff@a>b",
        inapplicable: "a x front\n b y front\n a>b by=-",
        open: None,
    },
    Case {
        rule: "stale-evidence",
        fires: "a x front evidence=assumed\n b y front ! evidence=observed reviewed=2026-06-30\n a>b by=-",
        clear: "a x front evidence=observed reviewed=2026-06-30
            b y front evidence=observed reviewed=2026-06-30\n a>b by=-",
        inapplicable: "a ? front evidence=assumed",
        open: Some("a x front\n b y front evidence=observed reviewed=2026-06-30\n a>b by=-"),
    },
];
