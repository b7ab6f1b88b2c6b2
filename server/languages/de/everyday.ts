import { words } from "../phrases.ts";

/** Everyday words that people search for in photos, or that are spelled like a place, a person or a camera. */
export const commonWords = words(`
  essen bergen halle hof kiel lehrte celle see seen wolf rose rosen berg berge jäger könig koch müller bauer
  orange bad bäder lesen linz baden ulme ulmen linde buche fichte kanon canon kanne mark stern sterne sonne himmel
  regen schnee sturm wind wolke wolken nebel mond licht dunkel schatten nacht morgen abend tag frühling sommer herbst winter
  wetter eis feuer wasser fluss meer strand küste insel bucht hügel gebirge tal wald wälder baum bäume blume blumen wiese
  feld felder garten gärten park wüste wasserfall höhle fels felsen stein steine sand welle wellen brücke straße weg turm
  schloss burg kirche dom tempel moschee museum palast haus häuser gebäude stadt dorf markt laden geschäft bahnhof
  flughafen hafen boot boote schiff schiffe auto autos bus zug züge fahrrad fahrräder flugzeug flugzeuge motorrad lkw
  hund hunde katze katzen vogel vögel pferd pferde kuh kühe schaf schafe ziege schwein ente enten fisch fische wal hai
  löwe tiger bär fuchs elefant affe schlange frosch schmetterling biene insekt spinne tier tiere haustier welpe kätzchen
  huhn hase maus mann männer frau frauen junge jungs mädchen kind kinder baby babys familie freund freunde freundin mutter
  vater mama papa schwester bruder oma opa tante onkel paar leute mensch menschen person personen gesicht gesichter gruppe
  selfie portrait porträt kuchen brot käse fleisch pizza nudeln suppe salat obst frucht apfel äpfel banane zitrone tomate
  kartoffel wein bier kaffee tee getränk frühstück mittagessen abendessen teller flasche tasse tisch stuhl bett küche zimmer
  fenster tür wand dach hochzeit feier party geburtstag urlaub ferien reise ausflug konzert fest spiel fußball tennis ski
  skifahren wandern schwimmen laufen tanzen schlafen trinken lächeln lachen spielen gehen reiten rot rote rotes roter blau
  blaue grün grüne gelb gelbe weiß weiße schwarz schwarze schwarzer braun rosa lila grau gold silber bunt bunte hell
  buch bücher papier brief schild schilder karte uhr handy kamera computer bildschirm fernseher spielzeug puppe ball
  hut kleid hemd schuh schuhe mantel brille tasche ring schirm fahne kostüm uniform festung kanone euro schein dokument
  quittung rechnung tafel speisekarte ticket pass ausweis unscharf scharf lustig schön schöne schönen alt alte neu neue jung groß
  große klein kleine hoch niedrig lang kurz breit eng gut schlecht beste glücklich traurig süß warm kalt heiß nass trocken
  leer voll offen geschlossen aussicht blick skyline landschaft landschaften panorama architektur natur sport musik gitarre
  klavier band tanz kunst gemälde statue skulptur feuerwerk lichter kerze kerzen weihnachtsbaum osterei ostereier kürbis
  geschenk geschenke schneemann sonnenuntergang sonnenuntergänge sonnenaufgang regenbogen blitz donner segeln surfen
  klettern zelten zelt lagerfeuer grillen picknick schule büro arbeit arzt polizei soldat soldaten lehrer schüler student
  königin sänger mannschaft spieler laub blatt blätter flugzeuge dämmerung spiegelung wolkenkratzer
`);
