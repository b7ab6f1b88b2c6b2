/**
 * Places that have different names in English, German, Spanish, French or their own language, one line for each
 * place. The sources are CLDR's German, Spanish and French example cities of time zones and its German subdivisions
 * (unicode.org, Unicode-3.0), and GeoNames' own names; better-known names beyond those are the ones that atlases in
 * these languages print. A name that is also an everyday word stands in `everyday` of its language, or is left out.
 */
export const exonyms = `
A Coruña, La Coruña, La Corogne
Aachen, Aix-la-Chapelle, Aquisgrán
Abu Dhabi, Abu Dabi, Abou Dabi
Accra, Acra
Addis Ababa, Addis Abeba, Adís Abeba
Adelaide, Adelaida
Aleppo, Halab, Alepo, Alep
Alexandria, Alexandrien, Alejandría, Alexandrie
Algiers, Algier, Argel, Alger
Antwerp, Antwerpen, Anvers, Amberes
Ashgabat, Asjabad, Achgabat
Astrakhan, Astracán
Aswān, Asuán, Assouan, Assuan
Athens, Athen, Athina, Atenas, Athènes
Avignon, Aviñón
Baghdad, Bagdad
Baku, Bakou
Barcelona, Barcelone
Basel, Basle, Bâle, Basilea
Beijing, Peking, Pekín
Beirut, Beyrouth
Belgrade, Belgrad, Beograd, Belgrado
Bergamo, Bergame
Bern, Berne, Berna
Besançon, Besanzón
Bethlehem, Bethléem
Bishkek, Biskek, Bichkek
Bologna, Bolonia, Bologne
Bolzano, Bozen
Bordeaux, Burdeos
Brașov, Kronstadt
Bratislava, Pressburg
Bremen, Brema, Brême
Brno, Brünn
Brugge, Bruges, Brügge, Brujas
Brunswick, Braunschweig
Brussels, Brüssel, Bruxelles, Brussel, Bruselas
Bucharest, Bukarest, Bucureşti, Bucarest
Cádiz, Cadix
Cairo, Kairo, El Cairo, Le Caire, Caire
Cape Town, Kapstadt, Ciudad del Cabo, Le Cap, Cap
Carcassonne, Carcasona
Cartagena, Carthagène
Catania, Catane
Cayenne, Cayena
České Budějovice, Budweis
Chennai, Madras, Chenái
Chita, Tchita
Cologne, Köln, Colonia
Copenhagen, Kopenhagen, København, Copenhague
Córdoba, Cordoue
Corfu, Corfou, Korfu
Cremona, Crémone
Damascus, Damaskus, Damasco, Damas
Dar es Salaam, Daressalam
Dhaka, Daca, Dacca
Djibouti, Dschibuti
Donostia / San Sebastián, San Sebastián, Donostia, Saint-Sébastien
Dover, Douvres
Dresden, Dresde
Dunkerque, Dunkirk, Dünkirchen
Dushanbe, Dusambé, Douchanbé
Edinburgh, Edimburgo, Édimbourg
Fès, Fez
Florence, Florenz, Firenze, Florencia
Frankfurt am Main, Frankfurt, Fráncfort, Francfort-sur-le-Main
Freiburg, Friburgo de Brisgovia, Fribourg-en-Brisgau, Freiburg im Breisgau
Fribourg, Freiburg im Üechtland
Gdańsk, Danzig
Geneva, Genf, Genève, Ginebra
Genoa, Genua, Genova, Gênes
Gent, Ghent, Gand, Gante
Girona, Gerona, Gérone
Gothenburg, Göteborg, Gotemburgo
Granada, Grenade
Hamburg, Hamburgo, Hambourg
Hamelin, Hameln
Hannover, Hanover, Hanovre
Havana, Havanna, La Habana, La Havane
Heidelberg, Heidelberga
Helsinki, Helsingfors
Ho Chi Minh City, Ho-Chi-Minh-Stadt, Saigon, Ciudad Ho Chi Minh, Hô-Chi-Minh-Ville
Hong Kong, Hongkong
Irkutsk, Irkoutsk
Isfahan, Ispahan
Istanbul, Konstantinopel, Constantinople, Estambul
İzmir, Smyrna, Esmirna, Smyrne
Jakarta, Yakarta, Djakarta
Jerusalem, Yerushalayim, Jerusalén
Johannesburg, Johannesburgo
Kabul, Kaboul
Kaliningrad, Kaliningrado
Karachi, Karatschi
Karlovy Vary, Karlsbad
Kathmandu, Katmandu, Katmandou
Khartoum, Khartum, Jartum
Kiev, Kyiv, Kiew
Klaipėda, Memel
Koblenz, Coblenza, Coblence
Kolkata, Calcutta, Kalkutta, Calcuta
Konstanz, Constance, Constanza
Koper, Capodistria
Kraków, Cracow, Krakau, Cracovia, Cracovie
Kyoto, Kioto
Lausanne, Lausana
Leuven, Lovaina, Louvain
Liège, Lüttich, Luik, Lieja
Lisbon, Lissabon, Lisboa, Lisbonne
Livorno, Livourne
Ljubljana, Laibach, Liubliana
Lleida, Lérida
London, Londres
Lucca, Lucques
Luxembourg, Luxemburg
Luxor, Louxor
Luzern, Lucerne, Lucerna
Lviv, Lemberg, Lvov, Leópolis
Lyon, Lyons
Mainz, Mayence, Maguncia
Manaus, Manaos
Manila, Manille
Mantova, Mantua, Mantoue
Marrakech, Marrakesh, Marrakesch, Marraquech
Marseille, Marseilles, Marsella
Mecca, Mekka, Makkah, La Meca, La Mecque
Medina, Al Madinah, Médine
Meknès, Mequinez
Messina, Mesina, Messine
Mexico City, Mexiko-Stadt, Ciudad de México
Milan, Mailand, Milano
Modena, Modène
Mogadishu, Mogadischu, Mogadiscio
Moscow, Moskau, Moskva, Moscú, Moscou
Mumbai, Bombay
Munich, München
Murcia, Murcie
Muscat, Maskat, Mascate
Nanjing, Nankín, Nanking
Naples, Neapel, Napoli, Nápoles
New Delhi, Nueva Delhi, Neu-Delhi
New Orleans, Nueva Orleans, La Nouvelle-Orléans
New York City, New York, NYC, Nueva York
Nice, Nizza, Niza
Nicosia, Nikosia, Nicosie
Nijmegen, Nimwegen
Novosibirsk, Nowosibirsk, Novossibirsk
Nürnberg, Nuremberg
Nuuk, Godthåb
Odessa, Odesa
Olomouc, Olmütz
Ostend, Ostende, Oostende
Padova, Padua, Padoue
Palermo, Palerme
Palma, Palma de Mallorca, Palma de Majorque
Pamplona, Pampelune
Parma, Parme
Perpignan, Perpiñán
Perugia, Perusa, Pérouse
Philadelphia, Filadelfia, Philadelphie
Phnom Penh, Pnom Penh, Nom Pen
Piraeus, Piräus
Pisa, Pise
Plzeň, Pilsen
Port of Spain, Puerto España, Port-d'Espagne
Port-au-Prince, Puerto Príncipe
Porto, Oporto
Poznań, Posen
Prague, Prag, Praha, Praga
Pyongyang, Pjöngjang, Pionyang
Québec, Quebec City
Rangoon, Yangon, Rangun, Rangoun
Ravenna, Rávena, Ravenne
Regensburg, Ratisbon, Ratisbona, Ratisbonne
Reykjavík, Reikiavik
Rijeka, Fiume
Riyadh, Riad, Riyad
Ródos, Rodas, Rhodes, Rhodos
Rome, Rom, Roma
Rotterdam, Róterdam
Rouen, Ruan
Saint Petersburg, St. Petersburg, Sankt Petersburg, Leningrad, San Petersburgo, Saint-Pétersbourg
Salamanca, Salamanque
Salzburg, Salzburgo, Salzbourg
Samarkand, Samarcanda, Samarcande
San Francisco, SF
Sankt Gallen, St. Gallen, Saint Gallen, San Galo, Saint-Gall
Sankt Moritz, St. Moritz
Santiago, Santiago de Chile, Santiago du Chili
Santiago de Compostela, Saint-Jacques-de-Compostelle
Santo Domingo, Saint-Domingue
Saragossa, Zaragoza, Saragosse
Segovia, Ségovie
Seoul, Seúl
Sevilla, Seville
Shanghai, Schanghai
Sibiu, Hermannstadt
Siena, Sienne
Singapore, Singapur, Singapour
Siracusa, Syrakus
Skopje, Skopie
Stockholm, Estocolmo
Strasbourg, Straßburg, Estrasburgo
Stuttgart, Estugarda
Szczecin, Stettin
Taipei, Taipeh
Tallinn, Reval, Tallin
Tangier, Tánger
Taranto, Tarento, Tarente
Tarragona, Tarragone
Tashkent, Taschkent, Taskent, Tachkent
Tbilisi, Tiflis, Tbilissi
Tehran, Teheran
Tétouan, Tetuán
The Hague, Den Haag, La Haya, La Haye
Thessaloníki, Saloniki, Salónica, Thessalonique
Timişoara, Temeswar
Tirana, Tiranë
Tokyo, Tokio
Toledo, Tolède
Toulon, Tolón
Trento, Trient
Trier, Trèves, Tréveris
Trieste, Triest
Tripoli, Tripolis
Turin, Torino
Ulan Bator, Oulan-Bator
Valletta, La Valletta
Venice, Venedig, Venezia, Venecia, Venise
Verona, Vérone
Versailles, Versalles
Vienna, Wien, Viena, Vienne
Vilnius, Wilna, Vilna
Vladivostok, Wladiwostok
Warsaw, Warschau, Warszawa, Varsovia, Varsovie
Washington, Washington D.C., Washington DC
Wrocław, Breslau, Breslavia
Yekaterinburg, Jekaterinburg, Ekaterimburgo, Ekaterinbourg, Iekaterinbourg
Yerevan, Eriwan, Jerewan, Ereván
Zagreb, Agram
Abruzzo, Abruzos, Abruzzes, Abruzzen
Andalusia, Andalusien, Andalucía, Andalousie
Aosta Valley, Aostatal, Valle de Aosta, Vallée d'Aoste
Apulia, Apulien, Puglia, Pouilles
Aragon, Aragonien
Asturias, Asturien, Asturies
Attica, Attika, Ática, Attique
Auvergne-Rhône-Alpes, Auvernia-Ródano-Alpes
Azores, Azoren, Açores
Baden-Wurttemberg, Baden-Wurtemberg, Bade-Wurtemberg
Balearic Islands, Balearen, Islas Baleares, Baleares, Îles Baléares
Basque Country, Baskenland, País Vasco, Pays basque, Euskadi
Bavaria, Bayern, Baviera, Bavière
Bourgogne-Franche-Comté, Burgund, Burgundy, Bourgogne, Borgoña, Borgoña-Franco Condado
Brandenburg, Brandeburgo, Brandebourg
British Columbia, Columbia Británica, Colombie-Britannique, Britisch-Kolumbien
Brittany, Bretagne, Bretaña
Calabria, Kalabrien, Calabre
California, Kalifornien, Californie
Campania, Kampanien, Campanie
Canary Islands, Kanarische Inseln, Kanaren, Canarias, Islas Canarias, Îles Canaries, Canaries
Cantabria, Kantabrien, Cantabrie
Canterbury, Cantórbery
Carinthia, Kärnten, Carintia, Carinthie
Castille and León, Castilla y León, Castille-et-León, Castile and León, Kastilien und León
Castille-La Mancha, Castilla-La Mancha, Castille-La Manche, Castile-La Mancha, Kastilien-La Mancha
Catalonia, Katalonien, Catalunya, Cataluña, Catalogne
Corsica, Korsika, Corse, Córcega
Crete, Kreta, Creta
Emilia-Romagna, Emilia-Romaña, Émilie-Romagne
England, Inglaterra, Angleterre
Epirus, Epiro, Épire
Extremadura, Estrémadure
Flanders, Flandern, Flandes, Flandre, Flandres
Florida, Floride
Friesland, Frisia
Friuli Venezia Giulia, Friuli-Venecia Julia, Frioul-Vénétie Julienne, Friaul-Julisch Venetien
Galicia, Galice, Galicien
Grisons, Graubünden, Grisones
Hauts-de-France, Alta Francia
Hawaii, Hawái
Hesse, Hessen
Île-de-France, Isla de Francia
Ionian Islands, Islas Jónicas, Îles Ioniennes, Ionische Inseln
Istria, Istrien, Istrie
Lapland, Lappland, Laponia, Laponie
Lazio, Latium, Lacio
Liguria, Ligurien, Ligurie
Lombardy, Lombardei, Lombardia, Lombardie
Louisiana, Luisiana, Louisiane
Lower Austria, Niederösterreich, Baja Austria, Basse-Autriche
Lower Saxony, Niedersachsen, Baja Sajonia, Basse-Saxe
Lower Silesia, Baja Silesia, Basse-Silésie, Niederschlesien
Madeira, Madère
Mazovia, Mazovie, Masowien
Mecklenburg-Vorpommern, Mecklenburg-Western Pomerania, Mecklemburgo-Pomerania Occidental, Mecklembourg-Poméranie-Occidentale
Navarre, Navarra
New Aquitaine, Nueva Aquitania, Nouvelle-Aquitaine
New Brunswick, Nuevo Brunswick, Nouveau-Brunswick
New Jersey, Nueva Jersey
New Mexico, Nuevo México, Nouveau-Mexique
New South Wales, Neusüdwales, Nueva Gales del Sur, Nouvelle-Galles du Sud
Newfoundland and Labrador, Terranova y Labrador, Terre-Neuve-et-Labrador, Terranova, Terre-Neuve
Normandy, Normandie, Normandía
North Brabant, Brabante Septentrional, Brabant-Septentrional, Nordbrabant
North Carolina, Carolina del Norte, Caroline du Nord
North Dakota, Dakota del Norte, Dakota du Nord
North Holland, Nordholland, Noord-Holland, Holanda Septentrional, Hollande-Septentrionale
North Rhine-Westphalia, Nordrhein-Westfalen, Renania del Norte-Westfalia, Rhénanie-du-Nord-Westphalie
Northern Ireland, Nordirland, Irlanda del Norte, Irlande du Nord
Nova Scotia, Nueva Escocia, Nouvelle-Écosse
Occitanie, Occitania
Pays de la Loire, Países del Loira
Peloponnese, Peloponnes, Peloponeso
Pennsylvania, Pensilvania, Pennsylvanie
Piedmont, Piemont, Piemonte, Piamonte
Pomerania, Poméranie
Prince Edward Island, Isla del Príncipe Eduardo, Île-du-Prince-Édouard
Provence-Alpes-Côte d'Azur, Provenza-Alpes-Costa Azul, Provence, Provenza
Rheinland-Pfalz, Rhineland-Palatinate, Renania-Palatinado, Rhénanie-Palatinat
Saarland, Sarre
Sardinia, Sardinien, Sardegna, Cerdeña, Sardaigne
Saxony, Sachsen, Sajonia, Saxe
Saxony-Anhalt, Sachsen-Anhalt, Sajonia-Anhalt, Saxe-Anhalt
Scotland, Schottland, Escocia, Écosse
Sicily, Sizilien, Sicilia, Sicile
Silesia, Silésie, Schlesien
Skåne, Scania, Schonen, Escania, Scanie
South Australia, Australia Meridional, Australie-Méridionale, Südaustralien
South Carolina, Carolina del Sur, Caroline du Sud
South Dakota, Dakota del Sur, Dakota du Sud
South Holland, Südholland, Zuid-Holland, Holanda Meridional, Hollande-Méridionale
Styria, Steiermark, Estiria, Styrie
Tasmania, Tasmanien, Tasmanie
Thessaly, Tesalia, Thessalie, Thessalien
Thuringia, Thüringen, Turingia, Thuringe
Tibet, Xizang
Ticino, Tessin, Tesino
Trentino-Alto Adige, Trentino-South Tyrol, Trentino-Südtirol, Trentino-Alto Adigio, Trentin-Haut-Adige
Tuscany, Toskana, Toscana, Toscane
Tyrol, Tirol
Umbria, Umbrien, Ombrie
Upper Austria, Oberösterreich, Alta Austria, Haute-Autriche
Valais, Wallis
Vaud, Waadt
Veneto, Venetien, Vénétie
Virginia, Virginie
Wales, Gales, Pays de Galles
Wallonia, Wallonien, Valonia, Wallonie
West Virginia, Virginia Occidental, Virginie-Occidentale
Western Australia, Australia Occidental, Australie-Occidentale, Westaustralien
Zeeland, Zelanda, Zélande, Seeland
`;
