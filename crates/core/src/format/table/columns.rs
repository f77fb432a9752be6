//! The table of columns: one row for each, from which tables are read, shown, edited and written.

use super::column::{Home, Row, columns};
use crate::model::{Card, Declared, Touchpoint};
use serde::{Deserialize, Serialize};

columns! {
    /// The identifier of the touchpoint.
    Id: Nowhere(), "Id",
        "id|touchpoint id|step id|identifier|key|kennung|identifiant|identificador|identyfikator";
    /// The title of the journey.
    Journey: Nowhere(), "Journey",
        "journey|journey title|journey name|customer journey|user journey|scenario|use case|process|\
         kundenreise|customer journey name|reise|szenario|prozess|parcours|parcours client|processus|viaje|\
         viaje del cliente|recorrido|proceso|escenario|kunderejse|rejse|proces|podroz klienta|\
         sciezka klienta|scenariusz";
    /// The persona of the journey.
    Persona: Nowhere(), "Persona",
        "persona|customer type|customer segment|segment|kundentyp|kundensegment|zielgruppe|type de client|\
         tipo de cliente|kundetype|kundesegment|typ klienta";
    /// The name of the phase; one that comes back later is another phase.
    Phase: Phase(), "Phase",
        "phase|journey phase|phase name|journey stage|stage name|section|milestone|abschnitt|fase|faza|\
         seccion|afsnit";
    /// What the customer wants to reach in the phase.
    Goal: Goal(), "Customer's goal",
        "customer's goal|customer goal|goal of the customer|phase goal|goal|kundenziel|ziel des kunden|ziel|\
         objectif du client|objectif client|objectif|objetivo del cliente|objetivo|kundens mal|mal|\
         cel klienta|cel";
    /// The name of the touchpoint.
    Touchpoint: Touchpoint(name), "Touchpoint",
        "touchpoint|touchpoint name|touch point|name of touchpoint|contact point|step name|name|title|moment|\
         interaction|event|kontaktpunkt|beruhrungspunkt|schritt|prozessschritt|titel|point de contact|nom|\
         titre|punto de contacto|paso|nombre|beroringspunkt|trin|skridt|navn|punkt styku|punkt kontaktu|krok|\
         nazwa";
    /// What the customer does.
    Action: Touchpoint(action), "What the customer does",
        "what the customer does|what customer does|the customer does|customer does|customer action|\
         action of the customer|customer activity|user action|doing|was der kunde tut|kundenaktion|\
         kundenhandlung|ce que fait le client|action du client|action client|que hace el cliente|\
         lo que hace el cliente|accion del cliente|hvad kunden gor|kundens handling|kundehandling|\
         co robi klient|dzialanie klienta";
    /// Customer, frontstage, backstage or support.
    Stage: Touchpoint(stage), "Stage",
        "frontstage backstage|front back stage|front stage back stage|line of visibility|visibility|buhne|\
         sichtbarkeit|scene|visibilite|visibilidad|synlighed|widocznosc";
    /// The owner; further departments in its cells are responsible.
    Owner: Touchpoint(owner), "Owner",
        "department|owner|owning department|owner department|owned by|accountable|accountable department|\
         business unit|org unit|organisational unit|organizational unit|unit|team|agency|authority|swimlane|\
         lane|actor|who|abteilung|fachbereich|bereich|eigentumer|eigner|zustandig|zustandige abteilung|\
         departement|proprietaire|pilote|service|equipe|departamento|propietario|dueno|area|equipo|afdeling|\
         ejer|dzial|wlasciciel|jednostka|zespol";
    /// The department that does the work, where it is not the owner.
    PerformedBy: Touchpoint(performed_by), "Performed by",
        "performed by|performer|executed by|carried out by|done by|work done by|ausgefuhrt von|durchgefuhrt von|\
         ausfuhrende abteilung|execute par|realise par|effectue par|realizado por|ejecutado por|udfort af|\
         wykonywane przez|wykonawca";
    /// Departments that do the work beside the owner.
    Responsible: Touchpoint(responsible), "Responsible",
        "responsible|other departments|other department|further departments|involved departments|involved|\
         supporting departments|support by|beteiligte abteilungen|weitere abteilungen|beteiligte|beteiligt|\
         mitwirkend|mitwirkende|autres services|services impliques|impliques|otros departamentos|implicados|\
         andre afdelinger|involverede|inne dzialy|zaangazowani";
    /// Departments that are asked.
    Consulted: Touchpoint(consulted), "Consulted",
        "consulted|consults|konsultiert|consultes|consulte|consultados|consultado|konsulteret|konsultowani|\
         konsultowany";
    /// Departments that are told.
    Informed: Touchpoint(informed), "Informed",
        "informed|informs|informiert|informes|informe|informados|informado|informeret|informowani|informowany";
    /// Departments that also claim to own it.
    ClaimedBy: Touchpoint(claimed_by), "Also claimed by",
        "also claimed by|claimed by|also claims it|also claims|contested by|disputed by|auch beansprucht von|\
         beansprucht von|aussi revendique par|revendique par|tambien reclamado por|reclamado por|\
         ogsa gjort krav pa af|rowniez roszczony przez";
    /// The owner as the customer perceives it.
    PerceivedOwner: Touchpoint(perceived_owner), "Perceived owner",
        "perceived owner|owner as perceived|owner as the customer perceives it|owner perceived by customer|\
         face to the customer|customer sees|wahrgenommener eigentumer|wahrgenommene abteilung|\
         proprietaire percu|propietario percibido|opfattet ejer|postrzegany wlasciciel";
    /// The customer or the organisation.
    StartedBy: Touchpoint(started_by), "Started by",
        "started by|initiated by|initiator|initiative|gestartet von|ausgelost von|initiiert von|initie par|\
         demarre par|iniciado por|startet af|igangsat af|rozpoczyna|rozpoczete przez|inicjator";
    /// The channel.
    Channel: Touchpoint(channel), "Channel",
        "channel|medium|kanal|kanale|canal|canaux|canales|kanaler|kanaly";
    /// The systems.
    Systems: Touchpoint(systems), "Systems",
        "system|it system|tool|application|software|it|systeme|it systeme|anwendung|anwendungen|werkzeug|\
         werkzeuge|outil|sistema|herramienta|systemer|vaerktoj|vaerktojer|systemy|narzedzie|narzedzia";
    /// Satisfaction, 1 to 5.
    Satisfaction: Touchpoint(satisfaction), "Satisfaction",
        "satisfaction|customer satisfaction|satisfaction score|csat|rating|score|emotion score|zufriedenheit|\
         kundenzufriedenheit|bewertung|satisfaction client|satisfaction du client|note client|satisfaccion|\
         satisfaccion del cliente|valoracion|tilfredshed|kundetilfredshed|satysfakcja|satysfakcja klienta|\
         zadowolenie|ocena";
    /// Importance, 1 to 5.
    Importance: Touchpoint(importance), "Importance",
        "importance|importance to the customer|customer importance|weight|wichtigkeit|bedeutung|importancia|\
         vigtighed|betydning|waznosc|znaczenie";
    /// Whether it is a moment of truth.
    MomentOfTruth: Touchpoint(moment_of_truth), "Moment of truth",
        "moment of truth|moments of truth|is moment of truth|mot|key moment|moment der wahrheit|\
         schlusselmoment|moment de verite|momento de la verdad|sandhedens ojeblik|moment prawdy";
    /// How long it takes.
    Duration: Touchpoint(duration), "Duration",
        "duration|time needed|time taken|processing time|handling time|cycle time|touch time|estimated time|\
         how long|time|dauer|bearbeitungszeit|durchlaufzeit|zeit|duree|temps|duracion|tiempo|varighed|\
         behandlingstid|tid|czas trwania|czas";
    /// Information asked from the customer.
    Asked: Touchpoint(asked), "Information asked",
        "information asked|information asked from the customer|information asked from customer|\
         information requested|data asked|data requested|asked|asks for|abgefragte information|\
         abgefragte informationen|abgefragte daten|erfragte informationen|information demandee|\
         informations demandees|donnees demandees|informacion solicitada|datos solicitados|\
         efterspurgte oplysninger|wymagane od klienta|dane od klienta|informacje od klienta";
    /// Information needed.
    Needed: Touchpoint(needed), "Information needed",
        "information needed|information required|data needed|data required|needed|needs|input|\
         benotigte information|benotigte informationen|benotigte daten|eingaben|information necessaire|\
         informations necessaires|donnees necessaires|informacion necesaria|datos necesarios|\
         nodvendige oplysninger|potrzebne informacje|potrzebne dane";
    /// Information produced.
    Produced: Touchpoint(produced), "Information produced",
        "information produced|data produced|produced|produces|output|result|deliverable|erzeugte information|\
         erzeugte informationen|erzeugte daten|ergebnis|ergebnisse|ausgaben|information produite|\
         informations produites|informacion producida|producerede oplysninger|wytworzone informacje|wynik";
    /// How long the customer waits for the next touchpoint.
    Wait: Wait(), "Wait to next step",
        "wait to next step|wait|wait time|waiting time|wait until next|wait to next|wait after|queue time|\
         idle time|wartezeit|liegezeit|wartezeit bis zum nachsten schritt|attente|temps d'attente|espera|\
         tiempo de espera|ventetid|czas oczekiwania|oczekiwanie";
    /// How long the customer should wait for it at most.
    TargetWait: Card(target_wait), "Target wait",
        "target wait|target wait to next step|maximum wait|sla|service level|target time|soll wartezeit|\
         ziel wartezeit|attente cible|delai cible|espera objetivo|mal for ventetid|docelowy czas oczekiwania";
    /// How information passes to the next touchpoint.
    Method: Card(method), "Handoff method",
        "handoff method|handover method|how handed over|handoff|handover|ubergabe|ubergabeart|\
         art der ubergabe|mode de transmission|transmission|metodo de traspaso|traspaso|overleveringsmetode|\
         overlevering|sposob przekazania|przekazanie";
    /// Information passed on to the next touchpoint.
    Passed: Card(passed), "Information passed",
        "information passed|information passed on|information handed over|data passed on|passed on|passed|\
         ubergebene information|ubergebene informationen|weitergegebene informationen|information transmise|\
         informations transmises|informacion transmitida|overleverede oplysninger|przekazywane informacje|\
         przekazane informacje";
    /// What sets the next touchpoint going.
    Trigger: Card(trigger), "Handoff trigger",
        "handoff trigger|trigger|triggered by|ausloser|declencheur|desencadenante|disparador|udloser|\
         wyzwalacz";
    /// Departments that answer for the handoff to the next touchpoint.
    AnsweredBy: Card(answered_by), "Handoff answered by",
        "handoff answered by|answered by|who answers for it|who answers for the handoff|handoff owner|\
         handoff responsible|verantwortlich fur die ubergabe|responsable de la transmission|\
         responsable del traspaso|ansvarlig for overlevering|odpowiedzialny za przekazanie";
    /// Whether the receiver acknowledges.
    Acknowledged: Card(acknowledged), "Handoff acknowledged",
        "handoff acknowledged|acknowledged|receiver acknowledges|acknowledgement|bestatigt|\
         empfanger bestatigt|accuse de reception|acuse de recibo|bekraeftet|potwierdzone|potwierdzenie";
    /// What happens when the handoff fails.
    Fallback: Card(fallback), "If the handoff fails",
        "if the handoff fails|if it fails|what happens when it fails|handoff fallback|fallback|\
         wenn die ubergabe scheitert|wenn es scheitert|en cas d'echec|si falla|hvis det fejler|\
         gdy sie nie uda";
    /// Pain points.
    PainPoints: Touchpoint(pain_points), "Pain points",
        "pain point|pain|problem|issue|friction|frustration|barrier|schmerzpunkt|schmerzpunkte|probleme|\
         point de douleur|points de douleur|irritant|probleme rencontre|punto de dolor|puntos de dolor|\
         problema|smertepunkt|smertepunkter|problemer|bolaczki|punkty bolu|problemy";
    /// Ideas.
    Ideas: Touchpoint(ideas), "Ideas",
        "idea|opportunity|opportunities|improvement|improvement idea|solution|recommendation|idee|ideen|\
         verbesserung|verbesserungen|chance|chancen|opportunite|amelioration|oportunidad|oportunidades|\
         mejora|ideer|forbedring|forbedringer|mulighed|muligheder|pomysl|pomysly|usprawnienie|usprawnienia|\
         szanse";
    /// Quotes of customers.
    Quotes: Touchpoint(quotes), "Quotes",
        "quote|customer quote|verbatim|voice of the customer|voc|zitat|zitate|kundenstimme|kundenstimmen|\
         citation|cita|citat|citater|cytat|cytaty";
    /// Assumed, observed or measured.
    Evidence: Touchpoint(evidence), "Evidence",
        "evidence|confidence|beleg|belege|nachweis|evidenz|preuve|evidencia|evidens|belaeg|dowod|dowody";
    /// Where the evidence can be read.
    EvidenceLink: Touchpoint(evidence_link), "Evidence link",
        "evidence link|link to evidence|link|url|source link|source|quelle|lien|enlace|fuente|kilde|zrodlo";
    /// When the evidence was last looked at.
    ReviewedOn: Touchpoint(reviewed_on), "Reviewed on",
        "reviewed on|evidence reviewed on|last reviewed|reviewed|gepruft am|revu le|revisado el|\
         gennemgaet den|sprawdzono";
    /// Customers a month.
    Volume: Touchpoint(monthly_volume), "Customers per month",
        "customers per month|customers a month|volume per month|monthly volume|volume|cases per month|\
         transactions per month|kunden pro monat|falle pro monat|volumen pro monat|monatliches volumen|\
         volumen|clients par mois|volume par mois|volume mensuel|clientes al mes|clientes por mes|\
         volumen mensual|kunder pr maned|volumen pr maned|klienci miesiecznie|klientow miesiecznie|wolumen";
    /// Free labels.
    Tags: Touchpoint(tags), "Tags",
        "tag|label|keyword|category|schlagwort|schlagworter|stichwort|stichworter|kategorie|etiquette|\
         mot cle|mots cles|categorie|etiqueta|categoria|maerkat|maerkater|etykieta|etykiety|tagi|kategoria";
    /// Whether the journey ends here.
    Ends: Touchpoint(ends), "Ends the journey",
        "ends the journey|journey ends|journey ends here|end of journey|ends|end|last step|beendet die reise|\
         ende|termine le parcours|fin|termina el viaje|afslutter rejsen|slut|konczy podroz|koniec";
    /// Notes, and whatever no column holds.
    Notes: Touchpoint(notes), "Notes",
        "note|comment|remark|description|detail|bemerkung|bemerkungen|notiz|notizen|anmerkung|anmerkungen|\
         kommentar|kommentare|beschreibung|remarque|commentaire|nota|comentario|observaciones|descripcion|\
         noter|bemaerkning|bemaerkninger|beskrivelse|uwagi|notatka|notatki|komentarz|opis";
}
