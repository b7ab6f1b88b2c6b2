import type { FieldName } from "../field-names.ts";
import { fileTypes } from "../file-types.ts";
import type { GearWords, NotWords, OrderWords, WhereWords } from "../language.ts";
import { marker, phrases, sequences, words } from "../phrases.ts";

/** "that I never gave any stars", "I haven't given a rating". */
const neverRated = sequences(
  "|i|we|that i|that we|i've",
  "never gave|never given|didn't give|did not give|haven't given|have not given",
  "stars|any stars|a star|any star|a rating|any rating",
);

export const where: WhereWords = {
  leads:
    marker(`down in|up in|over in|out in|back in|over at|down at|in|in front of|in front of the|at|from|around|to|inside|visiting|taken in|taken at|shot in|made in|that are in|which are in|in the
    from the|at the|around the|to the|over|across|through|on`),
  of: marker("of|the|of the"),
  vaguelyNear: marker("around|next"),
  underway: marker(
    "way to|way from|way back from|way home from|flight to|flight from|train to|train from|bus to|bus from|drive to|drive from|drive back from|ferry to|ferry from|ticket to|tickets to|ticket for|tickets for",
  ),
  near: marker("near|close to|nearby|next to|not far from|in the vicinity of|in the area of|around"),
  within: marker("within|less than|up to|at most|in a radius of|closer than|no more than|under"),
  ofDistance: marker("of|from|around|away from|to|near"),
  lengths: phrases({
    "km|kilometres|kilometers|kilometre|kilometer|kms": 1,
    "m|metres|meters|metre|meter": 0.001,
    "miles|mile|mi": 1.609344,
  }),
  abroad: marker(
    "trips abroad|trip abroad|travels abroad|holidays abroad|abroad|in foreign countries|in another country|outside the country|in other countries",
  ),
  located: marker(
    "location|a location|locations|gps|coordinates|gps data|location data|a place|geotag|geotags",
  ),
  geotagged: marker("geotagged|geo-tagged"),
  beyond: marker("more than|over|farther than|further than|at least"),
  bearing: marker("that have|which have|having|have|has|that has|with a|containing|including"),
  people: marker("photograph|photographed|met|meet|with|of|photos with|by|showing|featuring|and me with"),
};

export const gear: GearWords = {
  takenWith:
    marker(`we shot with|i shot with|we took with|that i shot with|that we shot with|i photographed with|we photographed with|taken with|taken on|taken by|shot with|shot on|made with|with|from|on|using|by|photographed with
    i took with|took with`),
  strongly: marker(
    "we shot with|i shot with|we took with|that i shot with|that we shot with|i photographed with|we photographed with|taken with|taken on|taken by|shot with|shot on|made with|photographed with|using|i took with|took with",
  ),
  camera: marker("camera|cameras|lens|body"),
  aged: marker("old|new|other|first|second|little|trusty|good old|previous|current"),
  phone: marker("phone|phone's|smartphone|mobile|cell phone|mobile phone|cellphone|phones"),
  kinds: phrases({
    "drone|drones|drone's|quadcopter|aerial": "drone",
    "action camera|action cam|action-cam|actioncam|action cameras|gopro-style camera": "action",
    "scanner|flatbed scanner|film scanner": "scanner",
  }),
  scans: marker(
    "scans|scan|scanned|scanned in|scanned prints|scanned slides|scanned negatives|film scans|film scan|slide scans|slides|negatives|film photos|photos on film|scanned film",
  ),
  by: marker("by|via|by the|from the air by"),
  wide: marker("wide angle|wide-angle|wide angle lens|wide-angle lens|ultrawide|ultra wide|ultra-wide"),
  tele: marker("telephoto|telephoto lens|tele lens|long lens|zoom lens|tele"),
  flash: marker("flash|the flash"),
  flashFired: phrases({
    "flash was on|flash on|flash is on|flash fired|flash was fired|flash was used|flash turned on|flash switched on|flash went off": true,
    "flash being on|flash used|flash has fired|used flash|used a flash|used the flash|using flash|using the flash|using a flash": true,
    "flash was off|flash off|flash is off|flash turned off|flash switched off|flash did not fire|flash didn't fire|flash disabled": false,
  }),
  focal: marker(
    "focal length exactly|focal length of exactly|focal length|focal length of|a focal length of|focal lengths|focal lengths of|a focal length",
  ),
  iso: marker("iso"),
  aperture: marker("aperture|aperture of|an aperture of|f-stop|f stop|f number"),
  exposure: marker(
    "exposure|exposure of|an exposure of|exposure time|exposure time of|shutter speed|shutter speed of",
  ),
  longExposure: marker("long exposure|long exposures|a long exposure|long-exposure"),
  seconds: marker("s|sec|second|seconds"),
  videos: phrases({
    "videos|video clips|videoclips|clips|film clips|footage|movie clips|video recordings": "many",
    "video|video clip": "one",
  }),
  lengths: phrases({ "s|sec|secs|second|seconds": 1, "min|mins|minute|minutes": 60, "h|hour|hours": 3600 }),
  lengthLinks: marker("that are|which are|that last|lasting|of|with a length of|that run|running"),
  longer: words("longer shorter"),
  photosOnly: marker(
    "only the photos|just the photos|only the pictures|just the pictures|only photos|photos only|just photos|only pictures|pictures only|just pictures|only images",
  ),
  noVideos: ["no", "videos"],
  highIso: marker("high iso|a high iso"),
  lowIso: marker("low iso|a low iso"),
  over: marker("over|above|more than|greater than|larger than|bigger than|higher than|longer than|beyond|>"),
  under: marker("under|below|less than|smaller than|lower than|shorter than|fewer than|<"),
  atLeast: marker("at least|minimum|min|from"),
  atMost: marker("at most|maximum|max|up to"),
  orMore: marker(
    "or more|or longer|and longer|or newer|or better|or higher|or above|or over|and up|and above|+|and more|and better|plus",
  ),
  orLess: marker("or less|or lower|or fewer|or worse|or below|and below"),
  megapixels: marker("megapixels|megapixel|mp|mpx|mpix|megapix"),
  millimetres: marker("mm|millimetres|millimeters|millimetre"),
  types: fileTypes,
  fileNouns: marker("file|files|photo|photos|image|images|format|picture|pictures|shots"),
  extension: marker("extension|with extension|with the extension|ending in|ending with"),
  named: marker(
    "the file called|file called|the file named|the file|the photo called|photo called|the picture called|picture called|the image called|image called|the photo named|photo named|the picture named|picture named|image named|named|called|file name|filename|file|with the name|with file name|with the file name|file named",
  ),
  fileNamed: marker(
    "the file called|file called|the file named|file named|files called|files named|the file with the name|with file name|with the file name|the filename|filename|the file name|file name|the photo file|the file",
  ),
  fields: phrases<FieldName>({}),
  orientations: phrases({
    "portrait format|portrait orientation|portrait mode|vertical format|upright format|vertical photos":
      "portrait",
    "vertical orientation|vertical pictures|vertical images|upright photos|upright pictures": "portrait",
    "portrait ones|upright ones|upright|in portrait|vertical|vertically|verticals": "portrait",
    "landscape format|landscape orientation|landscape mode|horizontal format|horizontal photos": "landscape",
    "horizontal orientation|horizontal pictures|horizontal images|horizontals|horizontal|horizontally|landscape ones|in landscape":
      "landscape",
    "square format|square photos|square pictures|square pics|square shots|square images|square crop|squares only|square ones":
      "square",
    "panorama|panoramas|pano|panos|panoramic|panoramic photos|panorama photos|panoramic format": "panorama",
  }),
  shapes: phrases({ landscape: "landscape", portrait: "portrait", square: "square" }),
  motion: marker(
    "live photo|live photos|live-photos|livephotos|live picture|live pictures|motion photo|motion photos|motion picture|motion pictures|motion-photos",
  ),
  screenshot: marker("screenshot|screenshots|screen shot|screen shots|screengrabs|screen captures"),
  favourite: marker("favourite|favorite|favourited|favorited|starred"),
  favourites: marker(`favourites|favorites|faves|favs|marked as favourite|marked as favorite|marked favourite
    that i marked as favourite|that are favourites|that are favorites|that i like best|starred ones`),
  stars: marker("star|stars"),
  work: marker("work|works|stuff"),
  rated: marker(
    "rated|rating|ratings|ratings of|with ratings of|with ratings|with a rating of|a rating of|with rating|rating of",
  ),
  unrated: marker(
    `unrated|not rated|i haven't rated|that i haven't rated|haven't rated|not yet rated|without a rating|without rating|without ratings|no rating|${neverRated}`,
  ),
  tagged: marker(`tagged|tagged with|tagged as|tag|with the tag|with tag|keyword|keywords|with the keyword|#
    with keyword|labelled|labeled|with the keywords|tag :|tags|tagged :|keyword :`),
  untagged: marker(
    "untagged|not tagged|without tags|without any tags|with no tags|no tags|without keywords|without any keywords|with no keywords|no keywords|that have no keywords|that have no tags",
  ),
  undated: marker("undated|without a date|without date|no date|without dates|with no date|not dated"),
};

export const not: NotWords = {
  not: marker(`take out the ones with|take out the ones|take out those|take out those with|get rid of the ones with|get rid of the ones|get rid of those with|get rid of those|kick out the ones|leave out the ones of|leave out the ones|leave out those of|leave out those|nothing tagged|none tagged|nothing shot|nothing rated|without|without any|with no|no|not|not any|don't have|do not have|doesn't have|does not have|haven't got|have no|has no|having no|lacking|that lack|lack|except|except for|except the|except the ones|except the ones with|without the ones|without those with|exclude|exclude the ones
    except those with|exclude those|remove the ones|remove the ones with|remove those|remove those with|hide the ones|hide the ones with
    drop the ones|drop the ones with|exclude the ones with|hide those|not the ones|not the ones with|leave out the ones with|but not|but no|but without
    excluding|other than|apart from|minus|that aren't|that are not|which aren't|which are not|that isn't|that is not
    that weren't|that were not|that don't have|that do not have|not taken|never|all but|anything but|and not|and no
    aren't|isn't|everything but|rather than|instead of|that don't show|not from|leave out|leaving out|hide|skip|neither|nor
    anywhere but|anywhere except|anywhere other than|anywhere apart from|everywhere but|everywhere except|everywhere other than
    everywhere apart from|all except|all apart from|everything except|everything apart from|aside from|nowhere in|everyone but|everybody but|everyone except|everybody except|anyone but|anyone except|anybody but|anybody except|that do not contain|that don't contain|not containing|do not contain|don't contain|does not include|that do not include|nothing from|nothing in|nothing with|nothing of|nothing taken|not showing|not depicting|not featuring|that do not show|which don't show
    with the exception of|don't show|don't show me|do not show|do not show me|i don't want|i do not want|i don't want to see
    don't include|do not include|not including|omit|omitting|filter out|none from|none in|none with|none taken|none of
    but none from|but none in|but none with|but none taken|but none of|didn't take|did not take|wasn't|weren't
    but without any|where there are no|where there is no|with nobody from|and without|except those|except photos`),
  links:
    marker(`of|from|in|at|with|on|by|to|the ones|those|ones|any|anything|everything|taken|shot|made|captured|photographed
    while|when i was|when we were|that were|that was|which were|that are|which are|that have|which have|that show|showing
    featuring|any of|all|i took|we took|that i took|that we took|i have|for|during|around|near|using|i shot|made by|the`),
  behind:
    marker(`isn't|is not|isn't in|is not in|isn't in it|is not in it|isn't in them|is not in them|isn't there|is not there|isn't on|is not on
    doesn't appear|does not appear|doesn't appear in|does not appear in|is not shown|isn't shown|is not visible|isn't visible|is missing
    is not present|isn't present|aren't in|are not in|aren't|are not|wasn't|was not|wasn't there|was not there|is absent|can't be seen
    excluded|not included|cannot be seen|isn't pictured|is not pictured`),
  nobody:
    marker(`nobody on the|no one on the|nobody at the|no one at the|nobody on a|no one on a|nobody in the picture|nobody in the pictures|nobody in the photo|nobody in the photos|no one in the picture
    no one in the photo|nobody in sight|with nobody in them|with nobody in it|with no one in them|with no one in it|with nobody|nobody in them
    nobody in it|no one in them|no one in it|with no one|without anyone|without anybody|without anyone in them
    without anybody in them|without a soul|where nobody is in them|where there is nobody|with no people in them
    without any people in them|without people in them|with nobody around|with no one around|where there's nobody`),
  people: "people",
  notBoth: marker(
    "not both|but not both|but never both|never both|not both together|but not together|not together",
  ),
  alone:
    marker(`nobody else|no one else|and nobody else|and no one else|but nobody else|with nobody else|with no one else|without anyone else
    without anybody else|without others|without other people|and no other people|alone|all alone|on her own|on his own
    on their own|by herself|by himself|by themselves|all by herself|all by himself|solo`),
  neither: marker("neither"),
  nor: marker("nor"),
  outside: marker("outside|outside of|away from|out of|anywhere but|anywhere but in"),
  things:
    marker(`without a doubt|never mind|no matter|not sure|without doubt|no parking|no smoking|no entry|no exit|no way|no man's land|no trespassing|no swimming|no problem|no one
    do not enter|do not disturb|do not touch|no stopping|no fishing|no dogs allowed|no doubt|not only|not just|not yet|no entrance|no u turn|no littering
    no diving|no photography|no overtaking`),
  ends: marker(`in|on|at|from|with|without|by|but|near|taken|during|for|since|before|after|where|that|which|please|who
    when|under|over|behind|to|into|between|is|are|was|were|while|instead|anymore|any more|not|as|using|of them|only`),
};

export const order: OrderWords = {
  orders: phrases({
    "timeline|a timeline|a timeline of|timeline of|a chronology of|chronologically": "oldest",
    "chronological order|chronological": "oldest",
    "newest first|latest first|newest at the top|newest on top|latest on top|latest at the top|most recent at the top|new to old|recent first|most recent first|sorted by newest|sort by newest|newest to oldest":
      "newest",
    "sort by date|sorted by date|by date|in reverse order|most recently taken|recently|lately|taken recently|recently taken|i took recently|taken lately":
      "newest",
    "oldest first|earliest first|oldest at the top|oldest on top|earliest on top|old to new|sorted by oldest|sort by oldest|oldest to newest|in chronological order":
      "oldest",
    "chronologically|in order of date": "oldest",
    "highest rating|with the highest rating|the highest rating|the highest ratings|best rated|best first|best at the top|best on top|highest rating first|top rated first|sorted by rating|sort by rating|by rating|highest rated first":
      "best",
  }),
  reversed: marker(
    "reverse it|reverse them|reverse the order|reversed|in reverse|the other way round|the other way around|other way round|reverse order|reverse that|flip the order|flip it|invert the order|reverse the sorting",
  ),
  more: marker("more|more of them|more of these|another|additional"),
  superlatives: phrases({
    "single oldest": "oldest",
    "single newest|single latest|single most recent": "newest",
    "single best": "best",
    "newest|latest|most recent|recent|new": "newest",
    "oldest|earliest|very first": "oldest",
    "best|nicest|most beautiful|prettiest|top rated|highest rated|top": "best",
  }),
  aDay: marker(
    "per day|a day|each day|for each day|every day|for every day|from each day|from every day|of each day|of every day|daily|for each of the days|each single day|every single day",
  ),
  perDay: marker(
    "one per day|one a day|one each day|one for each day|one photo per day|one picture per day|one for every day",
  ),
  ofThem: marker("of them|of these|of those|ones|results|matches|hits|of the photos|only"),
  any: marker("any|any random|some random"),
  top: marker("top|only|just|at most|the|up to|max|show|give me|show me|any|maximum|limit to"),
  atMost: marker("at most|up to|no more than|limit to|maximum"),
};
