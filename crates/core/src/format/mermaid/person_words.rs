//! Words that tell whether a name is a customer, a department or a system, in the languages that headers of
//! step tables know, without accents and plural s.

/// Words for the customer, as the last word of a name, or as its first where adjectives follow.
pub const CUSTOMERS: &str = "customer|client|user|buyer|shopper|consumer|purchaser|patient|guest|visitor|\
    traveller|traveler|passenger|tourist|student|pupil|learner|citizen|resident|applicant|claimant|policyholder|\
    insured|member|subscriber|caller|tenant|renter|homeowner|borrower|viewer|reader|player|donor|prospect|\
    taxpayer|beneficiary|parent|me|myself|i|you|\
    kunde|kunden|kundin|kundinnen|nutzer|nutzerin|nutzerinnen|benutzer|anwender|anwenderin|kaufer|kauferin|gast|\
    gaste|besucher|besucherin|reisende|reisender|patientin|patientinnen|patienten|studentin|studenten|schuler|\
    schulerin|burger|burgerin|einwohner|antragsteller|antragstellerin|versicherte|versicherter|mitglied|\
    mitglieder|mieter|mieterin|verbraucher|ich|\
    cliente|clienti|acheteur|acheteuse|utilisateur|utilisatrice|voyageur|voyageuse|visiteur|visiteuse|invite|\
    patiente|etudiant|etudiante|eleve|citoyen|citoyenne|locataire|assure|assuree|abonne|abonnee|usager|\
    consommateur|consommatrice|passager|moi|\
    usuario|usuaria|comprador|compradora|paciente|huesped|visitante|viajero|viajera|pasajero|estudiante|alumno|\
    alumna|ciudadano|ciudadana|asegurado|inquilino|miembro|socio|yo|utente|acquirente|paziente|ospite|viaggiatore|\
    studente|cittadino|comprador|utilizador|usuario|hospede|viajante|estudante|cidadao|eu|io|\
    klant|klanten|gebruiker|koper|bezoeker|reiziger|patienten|huurder|burger|ik|\
    kunder|bruger|brugere|anvandare|bruker|kober|besogende|rejsende|borger|borgere|elev|gaest|gaester|jeg|jag|\
    klient|klientka|klienci|uzytkownik|uzytkowniczka|kupujacy|pacjent|pacjentka|gosc|podrozny|pasazer|uczen|\
    obywatel|najemca|ja";

/// Endings of words for the customer in scripts without spaces or without Latin letters.
pub const CUSTOMER_ENDINGS: &str = "私|我|客户|顾客|用户|顧客|客戶|用戶|お客様|ユーザー|利用者|患者|고객|사용자|환자|клиент|клиентка|\
    покупатель|пользователь|пациент|гость|користувач|клієнт|العميل|عميل|المستخدم|πελατης|χρηστης|לקוח|ग्राहक|ลูกค้า";

/// Words for the customer that say nothing of who it is: no persona is made of them.
pub const ANY_CUSTOMER: &str = "customer|client|me|myself|i|you|kunde|kunden|kundin|ich|cliente|moi|yo|eu|io|klant|ik|\
    kunder|jeg|jag|klient|ja|私|我|客户|顾客|顧客|客戶|お客様|고객|клиент|клієнт|العميل|عميل|πελατης|לקוח|ग्राहक|ลูกค้า";

/// Words that make a department of a name, whatever else stands in it.
pub const DEPARTMENTS: &str = "team|department|dept|service|support|helpdesk|desk|center|centre|care|success|relation|\
    management|manager|agent|representative|rep|advisor|adviser|officer|office|assistant|specialist|engineer|\
    administrator|admin|administration|operator|owner|developer|analyst|staff|crew|unit|division|research|\
    experience|experte|expert|consultant|partner|supplier|vendor|sales|marketing|finance|legal|operation|\
    abteilung|dienst|betreuung|beratung|berater|mitarbeiter|leitung|leiter|vertrieb|verwaltung|amt|stelle|\
    equipe|relation|conseiller|conseillere|departement|gestionnaire|direction|bureau|\
    servicio|atencion|equipo|departamento|gestor|asesor|agente|oficina|servizio|reparto|ufficio|atendimento|\
    equipa|afdeling|dienst|medewerker|teamet|afdelingen|radgiver|medarbejder|dzial|zespol|obsluga|biuro";

/// Words for systems.
pub const SYSTEMS: &str = "system|app|application|api|bot|chatbot|server|website|webpage|web|webapp|webshop|portal|\
    platform|software|database|db|backend|frontend|crm|erp|cms|dms|lms|ehr|ivr|sap|salesforce|zendesk|hubspot|\
    servicenow|jira|confluence|slack|whatsapp|github|gitlab|gateway|microservice|cloud|saas|ai|llm|gpt|chatgpt|copilot|\
    browser|site|kiosk|terminal|machine|atm|scanner|sensor|device|scheduler|queue|plugin|algorithm|engine|\
    automation|robot|workflow|dashboard|ci|cli|sdk|computer|printer|\
    anwendung|datenbank|plattform|webseite|internetseite|automat|gerat|rechner|\
    systeme|logiciel|plateforme|serveur|appli|borne|\
    sistema|aplicacion|plataforma|servidor|sitio|pagina|applicazione|piattaforma|sito|aplicacao|\
    systeem|applicatie|platforme|hjemmeside|nettside|aplikacja|strona|serwer|platforma|systemet|appen";

/// What people and machines can be, and words that make a machine of them.
pub const MACHINES: &str = "assistant|agent|service";
pub const MACHINE_KINDS: &str = "virtual|digital|voice|automated|automatic";

/// Endings of words for systems in other scripts.
pub const SYSTEM_ENDINGS: &str = "系统|系統|システム|アプリ|网站|網站|服务器|平台|시스템|앱|서버|система|приложение|сайт|сервер|система|\
    النظام|نظام|تطبيق|συστημα|מערכת";
