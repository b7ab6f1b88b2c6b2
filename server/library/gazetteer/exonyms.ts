/**
 * Places that have different names in English, German or their own language, one line for each place. The
 * sources are CLDR's German example cities of time zones and its German subdivisions (unicode.org,
 * Unicode-3.0), and GeoNames' own names; better-known names beyond those are the ones that English and German
 * atlases print.
 */
export const exonyms = `
Aachen, Aix-la-Chapelle
Addis Ababa, Addis Abeba
Aleppo, Halab
Alexandria, Alexandrien
Algiers, Algier
Antwerp, Antwerpen, Anvers
Athens, Athen, Athina
Baghdad, Bagdad
Basel, Basle, Bâle
Beijing, Peking
Belgrade, Belgrad, Beograd
Bern, Berne
Bolzano, Bozen
Bratislava, Pressburg
Brașov, Kronstadt
Brno, Brünn
Brugge, Bruges, Brügge
Brunswick, Braunschweig
Brussels, Brüssel, Bruxelles, Brussel
Bucharest, Bukarest, Bucureşti
Cairo, Kairo
Cape Town, Kapstadt
České Budějovice, Budweis
Chennai, Madras
Cologne, Köln
Copenhagen, Kopenhagen, København
Damascus, Damaskus
Dar es Salaam, Daressalam
Djibouti, Dschibuti
Donostia / San Sebastián, San Sebastián, Donostia
Dunkerque, Dunkirk, Dünkirchen
Florence, Florenz, Firenze
Frankfurt am Main, Frankfurt
Fribourg, Freiburg im Üechtland
Gdańsk, Danzig
Geneva, Genf, Genève
Genoa, Genua, Genova
Gent, Ghent, Gand
Gothenburg, Göteborg
Hamelin, Hameln
Hannover, Hanover
Havana, Havanna, La Habana
Helsinki, Helsingfors
Ho Chi Minh City, Ho-Chi-Minh-Stadt, Saigon
Hong Kong, Hongkong
Istanbul, Konstantinopel, Constantinople
İzmir, Smyrna
Jerusalem, Yerushalayim
Karachi, Karatschi
Karlovy Vary, Karlsbad
Kathmandu, Katmandu
Khartoum, Khartum
Kiev, Kyiv, Kiew
Klaipėda, Memel
Kolkata, Calcutta, Kalkutta
Konstanz, Constance
Koper, Capodistria
Kraków, Cracow, Krakau
Liège, Lüttich, Luik
Lisbon, Lissabon, Lisboa
Ljubljana, Laibach
Luxembourg, Luxemburg
Luzern, Lucerne
Lviv, Lemberg, Lvov
Lyon, Lyons
Mainz, Mayence
Marrakech, Marrakesh, Marrakesch
Marseille, Marseilles
Mecca, Mekka, Makkah
Medina, Al Madinah
Mexico City, Mexiko-Stadt, Ciudad de México
Milan, Mailand, Milano
Mogadishu, Mogadischu
Moscow, Moskau, Moskva
Mumbai, Bombay
Munich, München
Muscat, Maskat
Naples, Neapel, Napoli
New York City, New York, NYC
Nice, Nizza
Nicosia, Nikosia
Nijmegen, Nimwegen
Novosibirsk, Nowosibirsk
Nürnberg, Nuremberg
Nuuk, Godthåb
Odessa, Odesa
Olomouc, Olmütz
Ostend, Ostende, Oostende
Padova, Padua
Palma, Palma de Mallorca
Phnom Penh, Pnom Penh
Piraeus, Piräus
Plzeň, Pilsen
Porto, Oporto
Poznań, Posen
Prague, Prag, Praha
Pyongyang, Pjöngjang
Québec, Quebec City
Rangoon, Yangon, Rangun
Regensburg, Ratisbon
Rijeka, Fiume
Riyadh, Riad
Rome, Rom, Roma
Saint Petersburg, St. Petersburg, Sankt Petersburg, Leningrad
San Francisco, SF
Sankt Gallen, St. Gallen, Saint Gallen
Sankt Moritz, St. Moritz
Santiago, Santiago de Chile
Saragossa, Zaragoza
Seoul, Söul
Sevilla, Seville
Shanghai, Schanghai
Sibiu, Hermannstadt
Singapore, Singapur
Strasbourg, Straßburg
Siracusa, Syrakus
Szczecin, Stettin
Tallinn, Reval
Tashkent, Taschkent
Tbilisi, Tiflis
Tehran, Teheran
The Hague, Den Haag
Thessaloníki, Saloniki
Taipei, Taipeh
Timişoara, Temeswar
Tirana, Tiranë
Tokyo, Tokio
Trento, Trient
Trier, Trèves
Trieste, Triest
Tripoli, Tripolis
Turin, Torino
Valletta, La Valletta
Venice, Venedig, Venezia
Vienna, Wien
Vilnius, Wilna
Vladivostok, Wladiwostok
Warsaw, Warschau, Warszawa
Washington, Washington D.C., Washington DC
Wrocław, Breslau
Yekaterinburg, Jekaterinburg
Yerevan, Eriwan, Jerewan
Zagreb, Agram
Andalusia, Andalusien, Andalucía
Apulia, Apulien, Puglia
Aragon, Aragonien
Asturias, Asturien
Attica, Attika
Azores, Azoren, Açores
Balearic Islands, Balearen, Islas Baleares
Basque Country, Baskenland
Bavaria, Bayern
Brittany, Bretagne
Bourgogne-Franche-Comté, Burgund, Burgundy, Bourgogne
California, Kalifornien
Calabria, Kalabrien
Campania, Kampanien
Canary Islands, Kanarische Inseln, Kanaren, Canarias
Cantabria, Kantabrien
Carinthia, Kärnten
Catalonia, Katalonien, Catalunya
Corsica, Korsika, Corse
Crete, Kreta
Flanders, Flandern
Grisons, Graubünden
Hesse, Hessen
Istria, Istrien
Lapland, Lappland
Lazio, Latium
Liguria, Ligurien
Lombardy, Lombardei, Lombardia
Lower Austria, Niederösterreich
Lower Saxony, Niedersachsen
Mecklenburg-Vorpommern, Mecklenburg-Western Pomerania
Navarre, Navarra
New South Wales, Neusüdwales
Normandy, Normandie
North Holland, Nordholland, Noord-Holland
North Rhine-Westphalia, Nordrhein-Westfalen
Northern Ireland, Nordirland
Peloponnese, Peloponnes
Piedmont, Piemont, Piemonte
Rheinland-Pfalz, Rhineland-Palatinate
Saxony, Sachsen
Saxony-Anhalt, Sachsen-Anhalt
Sardinia, Sardinien, Sardegna
Scotland, Schottland
Sicily, Sizilien, Sicilia
South Holland, Südholland, Zuid-Holland
Skåne, Scania, Schonen
Styria, Steiermark
Tasmania, Tasmanien
Tibet, Xizang
Ticino, Tessin
Thuringia, Thüringen
Trentino-Alto Adige, Trentino-South Tyrol, Trentino-Südtirol
Tuscany, Toskana, Toscana
Tyrol, Tirol
Umbria, Umbrien
Upper Austria, Oberösterreich
Valais, Wallis
Vaud, Waadt
Veneto, Venetien
Aosta Valley, Aostatal
Wallonia, Wallonien
`;
