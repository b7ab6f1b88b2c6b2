import type { GearWords, HowWords, NotWords, WhereWords } from "../language.ts";
import { marker, phrases } from "../phrases.ts";

export const where: WhereWords = {
  leads:
    marker(`in|in front of|in front of the|at|from|around|to|inside|visiting|taken in|taken at|shot in|made in|that are in|which are in|in the
    from the|at the|around the|to the|over|across|on`),
  of: marker("of|the|of the"),
  near: marker("near|close to|nearby|next to|not far from|in the vicinity of|in the area of|around"),
  within: marker("within|less than|up to|at most|in a radius of|closer than|no more than|under"),
  ofDistance: marker("of|from|around|away from|to|near"),
  lengths: phrases({
    "km|kilometres|kilometers|kilometre|kilometer|kms": 1,
    "m|metres|meters|metre|meter": 0.001,
    "miles|mile|mi": 1.609344,
  }),
  abroad: marker("abroad|in foreign countries|in another country|outside the country|in other countries"),
  located: marker(
    "location|a location|locations|gps|coordinates|gps data|location data|a place|geotag|geotags",
  ),
  people: marker("with|of|photos with|by|showing|featuring|and me with"),
};

export const gear: GearWords = {
  takenWith:
    marker(`taken with|taken on|taken by|shot with|shot on|made with|with|from|on|using|by|photographed with
    i took with|took with`),
  strongly: marker(
    "taken with|taken on|taken by|shot with|shot on|made with|photographed with|using|i took with|took with",
  ),
  camera: marker("camera|cameras|lens|body"),
  phone: marker("phone|smartphone|mobile|cell phone|mobile phone|cellphone|phones"),
  wide: marker("wide angle|wide-angle|wide angle lens|wide-angle lens|ultrawide|ultra wide|ultra-wide"),
  tele: marker("telephoto|telephoto lens|tele lens|long lens|zoom lens|tele"),
  flash: marker("flash|the flash"),
  iso: marker("iso"),
  highIso: marker("high iso|a high iso"),
  lowIso: marker("low iso|a low iso"),
  over: marker("over|above|more than|greater than|larger than|bigger than|higher than|>"),
  under: marker("under|below|less than|smaller than|lower than|fewer than|<"),
  atLeast: marker("at least|minimum|min|from"),
  atMost: marker("at most|maximum|max|up to"),
  orMore: marker("or more|or better|or higher|or above|or over|and up|and above|+|and more|and better|plus"),
  orLess: marker("or less|or lower|or fewer|or worse|or below|and below"),
  megapixels: marker("megapixels|megapixel|mp|mpx|mpix|megapix"),
  millimetres: marker("mm|millimetres|millimeters|millimetre"),
  types: phrases({
    "jpeg|jpegs|jpg|jpgs": { types: ["image/jpeg"] },
    "png|pngs": { types: ["image/png"] },
    "heic|heics|heif": { types: ["image/heic", "image/heif"] },
    "webp|webps": { types: ["image/webp"] },
    "gif|gifs": { types: ["image/gif"] },
    "tiff|tiffs|tif": { types: ["image/tiff"] },
    "avif|avifs": { types: ["image/avif"] },
    "dng|dngs": { extensions: ["dng"] },
    "raw|raws": { extensions: ["dng", "cr2", "cr3", "nef", "arw", "raf", "orf", "rw2", "pef", "srw"] },
  }),
  fileNouns: marker("file|files|photo|photos|image|images|format|picture|pictures|shots"),
  extension: marker("extension|with extension|with the extension|ending in|ending with"),
  named: marker(
    "named|called|file name|filename|file|with the name|with file name|with the file name|file named",
  ),
  orientations: phrases({
    "portrait format|portrait orientation|portrait mode|vertical format|upright format|vertical photos":
      "portrait",
    "vertical orientation|vertical pictures|vertical images|upright photos|upright pictures": "portrait",
    "in portrait|vertical|vertically|verticals": "portrait",
    "landscape format|landscape orientation|landscape mode|horizontal format|horizontal photos": "landscape",
    "horizontal orientation|horizontal pictures|horizontal images|horizontals": "landscape",
    "square format|square photos|square pictures|square images|square crop|squares only": "square",
    "panorama|panoramas|panoramic|panoramic photos|panorama photos|panoramic format": "panorama",
  }),
  screenshot: marker("screenshot|screenshots|screen shot|screen shots|screengrabs|screen captures"),
  favourite: marker("favourite|favorite|favourited|favorited|starred"),
  favourites: marker(`favourites|favorites|faves|favs|marked as favourite|marked as favorite|marked favourite
    that i marked as favourite|that are favourites|that are favorites|that i like best|starred ones`),
  stars: marker("star|stars"),
  rated: marker("rated|rating|with a rating of|a rating of|with rating|rating of"),
  unrated: marker(
    "unrated|not rated|i haven't rated|that i haven't rated|haven't rated|not yet rated|without a rating|without rating|without ratings|no rating",
  ),
  tagged: marker(`tagged|tagged with|tagged as|tag|with the tag|with tag|keyword|keywords|with the keyword|#
    with keyword|labelled|labeled|with the keywords|tag :|tags|tagged :|keyword :`),
  undated: marker("undated|without a date|without date|no date|without dates|with no date|not dated"),
};

export const not: NotWords = {
  not: marker(`without|without any|with no|no|not|not any|except|except for|except the|except the ones|except the ones with|without the ones|without those with|exclude|exclude the ones
    except those with|exclude those|remove the ones|remove the ones with|remove those|remove those with|hide the ones|hide the ones with
    drop the ones|drop the ones with|exclude the ones with|hide those|not the ones|not the ones with|leave out the ones with|but not|but no|but without
    excluding|other than|apart from|minus|that aren't|that are not|which aren't|which are not|that isn't|that is not
    that weren't|that were not|that don't have|that do not have|not taken|never|all but|anything but|and not|and no
    aren't|isn't|everything but|rather than|instead of|that don't show|not from|leave out|leaving out|hide|skip|neither|nor
    but without any|where there are no|where there is no|with nobody from|and without|except those|except photos`),
  neither: marker("neither"),
  nor: marker("nor"),
  outside: marker("outside|outside of|away from|out of|anywhere but|anywhere but in"),
  things:
    marker(`without a doubt|without doubt|no parking|no smoking|no entry|no exit|no way|no man's land|no trespassing|no swimming|no problem|no one
    no stopping|no fishing|no dogs allowed|no doubt|not only|not just|not yet|no entrance|no u turn|no littering
    no diving|no photography|no overtaking`),
  ends: marker(`in|on|at|from|with|without|by|but|near|taken|during|for|since|before|after|where|that|which|please|who
    when|under|over|behind|to|into|between|is|are|was|were|while|instead|anymore|any more|not|as|using|of them|only`),
};

export const how: HowWords = {
  orders: phrases({
    "newest first|latest first|most recent first|sorted by newest|sort by newest|newest to oldest": "newest",
    "sort by date|sorted by date|by date|in reverse order|most recently taken": "newest",
    "oldest first|earliest first|sorted by oldest|sort by oldest|oldest to newest|in chronological order":
      "oldest",
    "chronologically|in order of date": "oldest",
    "best first|sorted by rating|sort by rating|by rating|highest rated first": "best",
  }),
  superlatives: phrases({
    "newest|latest|most recent": "newest",
    "oldest|earliest|very first": "oldest",
    "best|nicest|most beautiful|prettiest|top rated|highest rated|top": "best",
  }),
  perDay: marker(
    "one per day|one a day|one each day|one for each day|one photo per day|one picture per day|one for every day",
  ),
  ofThem: marker("of them|of these|of those|ones|results|matches|hits|of the photos|only"),
  top: marker("top|only|just|at most|the|up to|max|show|give me|show me|any|maximum|limit to"),
  atMost: marker("at most|up to|no more than|limit to|maximum"),
};
