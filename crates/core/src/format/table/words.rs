//! The words cells hold where only a few things can be said, in six languages, all of them folded.

use crate::format::fold::{fold, listed};
use crate::model::{ChoiceKind, Evidence, Method, Stage, Starter};

/// Finds the meaning of a cell in a list of words.
fn meaning<T: Copy>(cell: &str, words: &[(T, &str)]) -> Option<T> {
    let spaced: String = fold(cell)
        .chars()
        .map(|letter| if matches!(letter, '-' | '_' | '/') { ' ' } else { letter })
        .collect();
    let word = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    words.iter().find(|(_, listing)| listed(listing, &word)).map(|(meaning, _)| *meaning)
}

/// The word of the file that a cell means, where the choice is one that tables have.
pub fn choice(kind: ChoiceKind, cell: &str) -> Option<&'static str> {
    match kind {
        ChoiceKind::Stage => meaning(cell, STAGES).map(Stage::word),
        ChoiceKind::Starter => meaning(cell, STARTERS).map(Starter::word),
        ChoiceKind::Method => meaning(cell, METHODS).map(Method::word),
        ChoiceKind::Evidence => meaning(cell, EVIDENCE).map(Evidence::word),
        _ => None,
    }
}

/// `yes`, `x`, `✓`, `ja` … and their opposites.
pub fn yes_no(cell: &str) -> Option<bool> {
    meaning(
        cell,
        &[
            (true, "yes|y|true|1|x|✓|✔|✅|☑|ja|j|wahr|oui|o|vrai|si|s|verdadero|sand|tak|t|prawda"),
            (false, "no|n|false|0|✗|✘|❌|☐|nein|falsch|non|faux|falso|nej|falsk|nie|falsz"),
        ],
    )
}

const STAGES: &[(Stage, &str)] = &[
    (
        Stage::Customer,
        "customer|customers|customer action|customer actions|customer alone|customer only|client|user|\
             kunde|kunden|kundin|kundenaktion|action du client|cliente|accion del cliente|kundehandling|klient",
    ),
    (
        Stage::Frontstage,
        "frontstage|front stage|onstage|on stage|front|front office|frontoffice|visible|vorderbuhne|\
             sichtbar|avant scene|sur scene|en escena|frontal|visible para el cliente|frontscene|forrest|\
             synlig|scena|widoczne|przod sceny",
    ),
    (
        Stage::Backstage,
        "backstage|back stage|offstage|off stage|back|back office|backoffice|invisible|hinterbuhne|\
             unsichtbar|arriere scene|coulisses|en coulisses|tras bambalinas|entre bastidores|trasfondo|\
             bagscene|usynlig|zaplecze|kulisy|za kulisami|niewidoczne",
    ),
    (
        Stage::Support,
        "support|supporting|support process|support processes|supporting process|unterstutzung|\
             unterstutzend|supportprozess|soutien|processus de soutien|soporte|apoyo|proceso de apoyo|\
             stotte|stotteproces|wsparcie|proces wspierajacy",
    ),
];

const STARTERS: &[(Starter, &str)] = &[
    (
        Starter::Customer,
        "customer|the customer|client|user|inbound|kunde|der kunde|kundin|le client|cliente|el cliente|\
             kunden|klient",
    ),
    (
        Starter::Organisation,
        "organisation|organization|the organisation|the organization|company|business|us|we|outbound|\
             organisationen|unternehmen|firma|wir|entreprise|l'entreprise|nous|organizacion|empresa|\
             la empresa|nosotros|virksomhed|virksomheden|vi|organizacja|przedsiebiorstwo|my",
    ),
];

const METHODS: &[(Method, &str)] = &[
    (
        Method::SharedRecord,
        "shared record|shared system|same record|same system|shared case|gemeinsame akte|\
             gemeinsamer datensatz|dossier partage|expediente compartido|registro compartido|\
             delt sag|faelles sag|wspolny rekord",
    ),
    (
        Method::Warm,
        "warm|warm handoff|warm handover|warm transfer|in person|personal|warme ubergabe|personlich|\
             en personne|en persona|personligt|osobiscie",
    ),
    (Method::Form, "form|a form|formular|formulaire|formulario|formularz"),
    (
        Method::Email,
        "e mail|email|mail|message|per e mail|per mail|nachricht|courriel|correo|correo electronico|\
             besked|wiadomosc",
    ),
    (
        Method::Queue,
        "queue|ticket|worklist|work list|warteschlange|file d'attente|cola|ko|kolejka|zgloszenie",
    ),
    (
        Method::Customer,
        "customer|the customer|customer carries it|the customer carries it|by the customer|kunde|\
             der kunde|durch den kunden|client|le client|par le client|cliente|el cliente|kunden|klient|\
             przez klienta",
    ),
    (Method::None, "none|nothing|keine|nichts|aucun|aucune|rien|ninguno|ninguna|nada|ingen|intet|brak|nic"),
];

const EVIDENCE: &[(Evidence, &str)] = &[
    (
        Evidence::Assumed,
        "assumed|assumption|guess|guessed|hypothesis|angenommen|annahme|vermutung|suppose|hypothese|\
             supuesto|hipotesis|antaget|antagelse|zalozone|zalozenie|hipoteza",
    ),
    (
        Evidence::Observed,
        "observed|observation|interview|interviews|seen|beobachtet|beobachtung|observe|entretien|\
             observado|observacion|entrevista|observeret|zaobserwowane|obserwacja|wywiad",
    ),
    (
        Evidence::Measured,
        "measured|measurement|data|survey|figures|gemessen|messung|daten|umfrage|mesure|donnees|enquete|\
             medido|medicion|datos|encuesta|malt|maling|zmierzone|pomiar|dane|ankieta",
    ),
];
