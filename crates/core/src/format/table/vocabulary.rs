//! The names columns go by, in English, German, French, Spanish, Danish and Polish, without accents.

use super::column::Column;

/// Headers of columns that count the rows, squeezed.
pub const NUMBERS: &str = "no|nr|number|nummer|numero|num|lp|order|sequence|seq|pos|position|row|line|index|reihenfolge|\
                       zeile|schrittnr|stepno|stepnumber|stepnr|ordre|orden|kolejnosc|raekkefolge";

/// Names that fit several columns: the first that no other header has.
pub const CHOICES: &[(&str, &[Column])] = &[
    (
        "responsible|verantwortlich|verantwortliche|responsable|ansvarlig|odpowiedzialny",
        &[Column::Owner, Column::Responsible],
    ),
    ("stage", &[Column::Stage, Column::Phase]),
    ("etape|etap", &[Column::Touchpoint, Column::Phase]),
    (
        "step|activity|aktivitat|aktivitaet|activite|actividad|aktivitet|czynnosc|task",
        &[Column::Touchpoint, Column::Action],
    ),
    ("action|accion|handling|dzialanie|aktion", &[Column::Action, Column::Touchpoint]),
    ("delay|delai", &[Column::Wait, Column::Duration]),
    (
        "responsible department|verantwortliche abteilung|service responsable|ansvarlig afdeling",
        &[Column::Owner, Column::Responsible],
    ),
];

/// The names of each column, the best first: where two headers of a table could be the same column,
/// the better name has it.
pub const NAMES: &[(Column, &str)] = &[
    (Column::Id, "id|touchpoint id|step id|identifier|key|kennung|identifiant|identificador|identyfikator"),
    (
        Column::Journey,
        "journey|journey title|journey name|customer journey|user journey|scenario|use case|process|\
         kundenreise|customer journey name|reise|szenario|prozess|parcours|parcours client|processus|\
         viaje|viaje del cliente|recorrido|proceso|escenario|kunderejse|rejse|proces|\
         podroz klienta|sciezka klienta|scenariusz",
    ),
    (
        Column::Persona,
        "persona|customer type|customer segment|segment|kundentyp|kundensegment|zielgruppe|type de client|\
         tipo de cliente|kundetype|kundesegment|typ klienta",
    ),
    (
        Column::Phase,
        "phase|journey phase|phase name|journey stage|stage name|section|milestone|abschnitt|fase|faza|\
         seccion|afsnit",
    ),
    (
        Column::Goal,
        "customer's goal|customer goal|goal of the customer|phase goal|goal|kundenziel|ziel des kunden|ziel|\
         objectif du client|objectif client|objectif|objetivo del cliente|objetivo|kundens mal|mal|\
         cel klienta|cel",
    ),
    (
        Column::Touchpoint,
        "touchpoint|touchpoint name|touch point|name of touchpoint|contact point|step name|\
         name|title|moment|interaction|event|kontaktpunkt|beruhrungspunkt|schritt|prozessschritt|titel|\
         point de contact|nom|titre|punto de contacto|paso|nombre|beroringspunkt|trin|skridt|navn|\
         punkt styku|punkt kontaktu|krok|nazwa",
    ),
    (
        Column::Action,
        "what the customer does|what customer does|the customer does|customer does|customer action|\
         action of the customer|customer activity|user action|doing|was der kunde tut|kundenaktion|\
         kundenhandlung|ce que fait le client|action du client|action client|que hace el cliente|\
         lo que hace el cliente|accion del cliente|hvad kunden gor|kundens handling|kundehandling|\
         co robi klient|dzialanie klienta",
    ),
    (
        Column::Stage,
        "frontstage backstage|front back stage|front stage back stage|line of visibility|visibility|buhne|\
         sichtbarkeit|scene|visibilite|visibilidad|synlighed|widocznosc",
    ),
    (
        Column::Owner,
        "department|owner|owning department|owner department|owned by|accountable|accountable department|\
         business unit|org unit|organisational unit|organizational unit|unit|team|agency|authority|\
         swimlane|lane|actor|who|abteilung|fachbereich|bereich|eigentumer|eigner|zustandig|\
         zustandige abteilung|departement|proprietaire|pilote|service|equipe|departamento|propietario|\
         dueno|area|equipo|afdeling|ejer|dzial|wlasciciel|jednostka|zespol",
    ),
    (
        Column::Responsible,
        "responsible|other departments|other department|further departments|involved departments|involved|\
         supporting departments|support by|beteiligte abteilungen|weitere abteilungen|beteiligte|beteiligt|\
         mitwirkend|mitwirkende|autres services|services impliques|impliques|otros departamentos|\
         implicados|andre afdelinger|involverede|inne dzialy|zaangazowani",
    ),
    (
        Column::Consulted,
        "consulted|consults|konsultiert|consultes|consulte|consultados|consultado|konsulteret|konsultowani|\
         konsultowany",
    ),
    (
        Column::Informed,
        "informed|informs|informiert|informes|informe|informados|informado|informeret|informowani|\
         informowany",
    ),
    (
        Column::ClaimedBy,
        "also claimed by|claimed by|also claims it|also claims|contested by|disputed by|\
         auch beansprucht von|beansprucht von|aussi revendique par|revendique par|tambien reclamado por|\
         reclamado por|ogsa gjort krav pa af|rowniez roszczony przez",
    ),
    (
        Column::PerceivedOwner,
        "perceived owner|owner as perceived|owner as the customer perceives it|owner perceived by customer|\
         face to the customer|customer sees|wahrgenommener eigentumer|wahrgenommene abteilung|\
         proprietaire percu|propietario percibido|opfattet ejer|postrzegany wlasciciel",
    ),
    (
        Column::StartedBy,
        "started by|initiated by|initiator|initiative|gestartet von|ausgelost von|initiiert von|initie par|\
         demarre par|iniciado por|startet af|igangsat af|rozpoczyna|rozpoczete przez|inicjator",
    ),
    (Column::Channel, "channel|medium|kanal|kanale|canal|canaux|canales|kanaler|kanaly"),
    (
        Column::Systems,
        "system|it system|tool|application|software|it|systeme|it systeme|anwendung|anwendungen|werkzeug|\
         werkzeuge|outil|sistema|herramienta|systemer|vaerktoj|vaerktojer|systemy|narzedzie|narzedzia",
    ),
    (
        Column::Satisfaction,
        "satisfaction|customer satisfaction|satisfaction score|csat|rating|score|emotion score|\
         zufriedenheit|kundenzufriedenheit|bewertung|satisfaction client|satisfaction du client|note client|\
         satisfaccion|satisfaccion del cliente|valoracion|tilfredshed|kundetilfredshed|satysfakcja|\
         satysfakcja klienta|zadowolenie|ocena",
    ),
    (
        Column::Importance,
        "importance|importance to the customer|customer importance|weight|wichtigkeit|bedeutung|importancia|\
         vigtighed|betydning|waznosc|znaczenie",
    ),
    (
        Column::MomentOfTruth,
        "moment of truth|moments of truth|is moment of truth|mot|key moment|moment der wahrheit|\
         schlusselmoment|moment de verite|momento de la verdad|sandhedens ojeblik|moment prawdy",
    ),
    (
        Column::Duration,
        "duration|time needed|time taken|processing time|handling time|cycle time|touch time|estimated time|\
         how long|time|dauer|bearbeitungszeit|durchlaufzeit|zeit|duree|temps|duracion|tiempo|varighed|\
         behandlingstid|tid|czas trwania|czas",
    ),
    (
        Column::Asked,
        "information asked|information asked from the customer|information asked from customer|\
         information requested|data asked|data requested|asked|asks for|abgefragte information|\
         abgefragte informationen|abgefragte daten|erfragte informationen|information demandee|\
         informations demandees|donnees demandees|informacion solicitada|datos solicitados|\
         efterspurgte oplysninger|wymagane od klienta|dane od klienta|informacje od klienta",
    ),
    (
        Column::Needed,
        "information needed|information required|data needed|data required|needed|needs|input|\
         benotigte information|benotigte informationen|benotigte daten|eingaben|information necessaire|\
         informations necessaires|donnees necessaires|informacion necesaria|datos necesarios|\
         nodvendige oplysninger|potrzebne informacje|potrzebne dane",
    ),
    (
        Column::Produced,
        "information produced|data produced|produced|produces|output|result|deliverable|\
         erzeugte information|erzeugte informationen|erzeugte daten|ergebnis|ergebnisse|ausgaben|\
         information produite|informations produites|informacion producida|producerede oplysninger|\
         wytworzone informacje|wynik",
    ),
    (
        Column::Wait,
        "wait to next step|wait|wait time|waiting time|wait until next|wait to next|wait after|queue time|\
         idle time|wartezeit|liegezeit|wartezeit bis zum nachsten schritt|attente|temps d'attente|espera|\
         tiempo de espera|ventetid|czas oczekiwania|oczekiwanie",
    ),
    (
        Column::TargetWait,
        "target wait|target wait to next step|maximum wait|sla|service level|target time|soll wartezeit|\
         ziel wartezeit|attente cible|delai cible|espera objetivo|mal for ventetid|\
         docelowy czas oczekiwania",
    ),
    (
        Column::Method,
        "handoff method|handover method|how handed over|handoff|handover|ubergabe|ubergabeart|\
         art der ubergabe|mode de transmission|transmission|metodo de traspaso|traspaso|\
         overleveringsmetode|overlevering|sposob przekazania|przekazanie",
    ),
    (
        Column::Passed,
        "information passed|information passed on|information handed over|data passed on|passed on|passed|\
         ubergebene information|ubergebene informationen|weitergegebene informationen|\
         information transmise|informations transmises|informacion transmitida|\
         overleverede oplysninger|przekazywane informacje|przekazane informacje",
    ),
    (
        Column::Trigger,
        "handoff trigger|trigger|triggered by|ausloser|declencheur|desencadenante|disparador|udloser|\
         wyzwalacz",
    ),
    (
        Column::AnsweredBy,
        "handoff answered by|answered by|who answers for it|who answers for the handoff|handoff owner|\
         handoff responsible|verantwortlich fur die ubergabe|responsable de la transmission|\
         responsable del traspaso|ansvarlig for overlevering|odpowiedzialny za przekazanie",
    ),
    (
        Column::Acknowledged,
        "handoff acknowledged|acknowledged|receiver acknowledges|acknowledgement|bestatigt|\
         empfanger bestatigt|accuse de reception|acuse de recibo|bekraeftet|potwierdzone|potwierdzenie",
    ),
    (
        Column::Fallback,
        "if the handoff fails|if it fails|what happens when it fails|handoff fallback|fallback|\
         wenn die ubergabe scheitert|wenn es scheitert|en cas d'echec|si falla|hvis det fejler|\
         gdy sie nie uda",
    ),
    (
        Column::PainPoints,
        "pain point|pain|problem|issue|friction|frustration|barrier|schmerzpunkt|schmerzpunkte|probleme|\
         point de douleur|points de douleur|irritant|probleme rencontre|punto de dolor|puntos de dolor|\
         problema|smertepunkt|smertepunkter|problemer|bolaczki|punkty bolu|problemy",
    ),
    (
        Column::Ideas,
        "idea|opportunity|opportunities|improvement|improvement idea|solution|recommendation|idee|ideen|\
         verbesserung|verbesserungen|chance|chancen|opportunite|amelioration|oportunidad|oportunidades|\
         mejora|ideer|forbedring|forbedringer|mulighed|muligheder|pomysl|pomysly|usprawnienie|\
         usprawnienia|szanse",
    ),
    (
        Column::Quotes,
        "quote|customer quote|verbatim|voice of the customer|voc|zitat|zitate|kundenstimme|kundenstimmen|\
         citation|cita|citat|citater|cytat|cytaty",
    ),
    (
        Column::Evidence,
        "evidence|confidence|beleg|belege|nachweis|evidenz|preuve|evidencia|evidens|belaeg|dowod|dowody",
    ),
    (
        Column::EvidenceLink,
        "evidence link|link to evidence|link|url|source link|source|quelle|lien|enlace|fuente|kilde|zrodlo",
    ),
    (
        Column::ReviewedOn,
        "reviewed on|evidence reviewed on|last reviewed|reviewed|gepruft am|revu le|revisado el|\
         gennemgaet den|sprawdzono",
    ),
    (
        Column::Volume,
        "customers per month|customers a month|volume per month|monthly volume|volume|cases per month|\
         transactions per month|kunden pro monat|falle pro monat|volumen pro monat|monatliches volumen|\
         volumen|clients par mois|volume par mois|volume mensuel|clientes al mes|clientes por mes|\
         volumen mensual|kunder pr maned|volumen pr maned|klienci miesiecznie|klientow miesiecznie|\
         wolumen",
    ),
    (
        Column::Tags,
        "tag|label|keyword|category|schlagwort|schlagworter|stichwort|stichworter|kategorie|etiquette|\
         mot cle|mots cles|categorie|etiqueta|categoria|maerkat|maerkater|etykieta|etykiety|tagi|kategoria",
    ),
    (
        Column::Ends,
        "ends the journey|journey ends|journey ends here|end of journey|ends|end|last step|\
         beendet die reise|ende|termine le parcours|fin|termina el viaje|afslutter rejsen|slut|\
         konczy podroz|koniec",
    ),
    (
        Column::Notes,
        "note|comment|remark|description|detail|bemerkung|bemerkungen|notiz|notizen|anmerkung|anmerkungen|\
         kommentar|kommentare|beschreibung|remarque|commentaire|nota|comentario|observaciones|\
         descripcion|noter|bemaerkning|bemaerkninger|beskrivelse|uwagi|notatka|notatki|komentarz|opis",
    ),
];
