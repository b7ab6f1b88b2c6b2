import type { IntentWords } from "../intent-words.ts";
import { marker, phrases, sequences, words } from "../phrases.ts";
import { indifferent } from "./when.ts";

/** Beginnings of praise for the shown photos that asks nothing: "That was lovely". */
const pleased = [
  "that's",
  "that is",
  "that was",
  "these are",
  "those are",
  "they are",
  "they're",
  "it's",
  "it is",
  "this is",
  "what a",
]
  .flatMap((subject) => ["", "so ", "very ", "really ", "just "].map((how) => `${subject} ${how}`))
  .flatMap((subject) =>
    [
      ...words(
        "lovely great nice perfect brilliant fantastic wonderful beautiful amazing awesome cool good fine right it enough better gorgeous super sweet cute funny",
      ),
      ...["the one", "the one i meant", "the one i wanted", "the ones", "what i wanted", "what i meant"],
    ].map((praise) => `${subject}${praise}`),
  )
  .join("|");

/** "you're the best": thanks. */
const praised = sequences(
  "you're|you are|ur|u r|youre|u are",
  "|so|really|just",
  "the best|a star|a genius|a lifesaver|a legend|an angel|great|awesome|amazing|brilliant|wonderful|good|helpful|kind|sweet|fantastic",
);

/** "sorry I meant", "oops, it was": before what is meant instead. */
const mistaken = sequences(
  "no|nope|nah|sorry|sry|soz|oops|whoops|my bad|my mistake|wait|argh",
  "|,",
  "it was|it's|that was|i meant|i mean|i meant to say|i wanted|meant",
);

/** "from the same day", "that day": refers to a shown photo. */
const sameOrThat = (nouns: string) => sequences("|from|in|on|at|of", "same|the same|that", nouns);

export const intent: IntentWords = {
  greetingsAhead:
    marker(`my dear|dear|ooh nice|ooh lovely|ooh|oooh|hang on|hang on a second|hold on|hold on a second|wait a second|wait a moment|one moment|hello dear|hi dear|hello there dear|hey there|oh how sweet|how sweet|how lovely|how nice|oh how lovely|aww|oh nice|oh great|oh wow|wow|nvm|k|lol|haha|lovely|wonderful|fantastic|brilliant|excellent|amazing|hi|hello|hey|good morning|good evening|good afternoon|hi there|hello there|thanks|thank you|ok
    oops|whoops|ups|uh|oh|okay|great|cool|nice|perfect|well|now|so|then|hmm|yes|please|sure|right|alright|good|hey glimpse|hi glimpse`),
  chat: phrases({
    [praised]: "thanks",
    "hi|hello|hey|good morning|good evening|good afternoon|good day|hi there|hello there|hey there|hi glimpse":
      "greeting",
    "hey glimpse|hello glimpse|how are you|how are you doing|what's up|greetings": "greeting",
    "thanks|thank you|thx|thanks a lot|many thanks|thank you very much|thank you so much|cheers|ty": "thanks",
    "great thanks|perfect thanks|thanks so much|just what i wanted|exactly what i wanted|just what i was looking for|exactly what i was looking for|love it|love them|i love it|i love them|i love these|i like it|i like them":
      "thanks",
    [pleased]: "thanks",
    "bye|goodbye|see you|good night|bye bye|see you later": "farewell",
    "help|help me|what can you do|what can i ask|what can i do|who are you|what are you|how does this work":
      "help",
    "what can i search for|how do i search|what is this|how do you work|what do you do": "help",
    "what can i do here|what can you find": "help",
    "no|nope|nah|no thanks|no thank you|no , thanks|no , thank you|cancel|not now|never mind|nevermind|leave it|don't|don't do it|better not|no don't|no , don't|rather not|stop":
      "refusal",
    "yes please|yes , please|yes do it|yes , do it|ok do it|ok , do it|okay do it|do it|do it please|please do|please do it|sure|sure thing|sure , do it|go ahead|yes go ahead|yes , go ahead":
      "assent",
    "yep|yeah|yup|of course|absolutely|yes of course|that's fine|fine|sounds good|alright|all right|right|yes sure|please go ahead|ok go ahead|ok , go ahead|ok yes|ok sure|i agree|agreed|confirm|confirmed|correct":
      "assent",
    "ok|okay|great|cool|nice|perfect|wow|yes|good|awesome|very nice|nice one|well done|super|lovely":
      "assent",
  }),
  asks: phrases({
    "which body|what body|which camera body": { ask: "camera" },
    "how many|how often|count them|count these|count those|count the|count all|count my|count photos|number of":
      {
        ask: "count",
      },
    "list the countries|list all countries|list countries|list all the countries|which country|how many countries|how many different countries|in how many countries|in how many different countries|which countries|what countries|in which countries|in what countries|in which country|in what country|what country|from which countries":
      { ask: "countries" },
    "which lens|what lens|which lenses|what lenses|with which lens|with what lens|which objective|what's my most used lens":
      { ask: "lens" },
    "how many days|how many different days|on how many days|on which days|which days|on what days": {
      ask: "days",
    },
    "in which month|in what month|what month|which month|how many months|in how many months|which months|in which months|in which month did i take most|in which month did i take the most|which month do i have the most|in what month did i take the most":
      { ask: "months" },
    "which year|what year|in which year|in what year|which years": { ask: "years" },
    "list the cities|list all cities|list cities|list all the cities|how many cities|how many different cities|how many towns|how many places|how many different places|in how many cities|in how many places|in how many towns|in how many different cities|which cities|what cities|in which cities|in what cities|which towns|in which towns":
      { ask: "cities" },
    "when was the first time|when did i first|when were we first|when was i first|when did we first": {
      ask: "first",
    },
    "when were we first in|since when|when did we first go to": {
      ask: "first",
    },
    "when was the last time|when did i last|when were we last|when was i last|when did we last": {
      ask: "last",
    },
    "when was i in last|when were we in last": { ask: "last" },
    "where was|where were|where is|where are|where did|where have|in which city": {
      ask: "where",
    },
    "which city|which place|what place|in what city|which places": {
      ask: "where",
    },
    "when was|when were|when did|when is|what day|which day|what date": {
      ask: "when",
    },
    "what time|on what day|on which day|on what date|when's|when have|when do|when does|when has": {
      ask: "when",
    },
    "on which date|what is the date of|what's the date of|what was the date of|what date is|what is the date|what's the date|the date of|when exactly was|when exactly did":
      { ask: "when" },
    "what is the number of|what's the number of|what was the number of|the number of|how much|what is the count of|what's the count of|tell me how many|how many of|number of times":
      { ask: "count" },
    "in which places|in which town|what places": { ask: "where" },
    "at which place|at which places|at what place|from which cities|from which city|what city|where do|where does|where had|in what place|where's|in which place|where exactly was":
      { ask: "where" },
    "who did i|who did we|who do i|who do we|who have i|who have we|whom did i|whom do i|whom have i|who appears|who appear":
      { ask: "who" },
    "with whom|who was i with|who were we with|who am i with|who all was|who all is|who else was|who can be seen|who can i see|who do you see|which people are|which people were":
      { ask: "who" },
    "which person|which persons|how many different people|how many people do i have|who else|who shows up|who did|which people did i|which people do i|which people|what people":
      {
        ask: "who",
      },
    "what's my most used camera|what is my most used camera|my most used camera|which cameras|what cameras|which device|what phone|what was the camera|which camera was used for":
      { ask: "camera" },
    "which camera|what camera|with which camera|with what camera|which phone": {
      ask: "camera",
    },
    "who is|who's|who are|who was|who were|who else is": { ask: "who" },
    "how many people are|how many persons are|how many people do you see|how many people can you see": {
      ask: "who",
    },
    "what is in|what's in|what is on|what's on|what does|what do|describe|tell me about|tell me more about|more about|details of|details about|info on|information about|what do you know about|what is|what's|show me the details of|how was":
      { ask: "about" },
    "what iso|which iso|what focal length|which focal length|what settings|which settings|what lens and iso|what was the iso|what was the focal length|what were the settings|what are the settings":
      { ask: "about" },
  }),
  unanswered:
    marker(`which day of the week|what day of the week|on which day of the week|on what day of the week|which weekday|which weekdays|what weekday|on which weekday|on which weekdays|on what weekday
    what time of day|which time of day|at which time of day|at what time of day|what percentage|which percentage|how many percent|what share|what proportion
    what's the average number|what is the average number|what was the average number|what is the average|what's the average|what's the total size|what is the total size
    how many days between|how many days are between|how many weeks|how many years|how many hours|how many minutes|how many seconds|how many megabytes|how many gigabytes
    how many people|how many persons|how many guests|how many kids|how many children|how many trips|how many holidays|how many vacations|how many visits|how many albums|how many more|how many fewer
    how big|how large|how long|how far|how high|how tall|how old|how fast|how much did|how much does|how much was|how much space|how much storage
    in which order|in what order|who took|what's the difference|what is the difference|why`),
  unanswerable:
    marker(`each|per|per camera make|per make|for each|for every|of each|of every|does each|each person|each year|each month|each day|each camera|each city|each country|each of
    by year|by month|by day|by week|by weekday|by country|by city|by place|by person|by camera|by camera make|by make|by lens|by season|broken down|breakdown|grouped|group by
    on average|average|percentage|percent|proportion|ratio|compared to|compared with|compared|versus|vs|more than|less than|fewer than|than
    most|the most|least|the least|usually|normally|typically|cost|costs
    on our last trip|on my last trip|our last trip|my last trip|the last trip|last trip|on our trip|our trip|on our last holiday|our last holiday|last holiday
    on our last vacation|our last vacation|last vacation|on our honeymoon|our honeymoon`),
  bareAsks: phrases({
    where: "where",
    when: "when",
    "who|who is it|who are they": "who",
    "which camera": "camera",
    "when last|the last time|last time|when was the last time": "last",
    "when first|the first time|first time|when was the first time": "first",
    "how many": "count",
  }),
  politeAhead:
    marker(`could i see|can i see|may i see|let me see|lol|haha|k|and|now|and now|then|and then|can you|could you|would you|will you|can we|possibly|kindly|perhaps|maybe|can you possibly|could you possibly|would you kindly|please|can you please|could you please
    and please|ok|okay|oops|sorry|so|well|just|let's|i want to|i'd like to|but`),
  ends: phrases({
    "first|for the first time|the first time|first of all|initially|the earliest": "first",
    "last|for the last time|the last time|most recently|the latest": "last",
  }),
  that: marker("that|those|all that|all of that|that all"),
  rather: marker("but|rather|but rather|i meant|i mean"),
  notBut: marker("not|not in|not from|no not|not the"),
  askFiller:
    marker(`again|once more|in the most pictures|in most pictures|in the most images|in the most photos|in most photos|in most of the photos|do i have photos of|do i have pictures of|do we have photos of|in photos|in pictures|on photos|show|depict|look like|say|in the whole library|in the entire library|in my whole library|in the whole collection|in total|did i|did we|have i|have we|do i|do we|i|we|are there|are|is there|is|was|were|am|have|take|took|taken
    do you have|do you see|been|go|went|visit|most|often|the most|there|in total|do|does|you|i make|we make|did i make|did we make|do i make|do we make|made|got
    it|left|remaining|used|use|uses|for|used for|times|time|photographed|shot|shoot|photograph|can you see|see|most of all
    been to|gone to|travelled to|traveled to|went to|photographed most|meet|met|appear|appears|appeared|celebrate|celebrated|happened|taken there|were there|did we|seen|saw|spent|was taken
    most frequently|most commonly|show up|shows up|showed up|turn up|in here|in my photos|in my pictures|in my library|in the library|in my collection|in the photos|in the pictures|with me|exactly|ones|one|all|us|me|he|she|they|mine|ever|altogether|did|visited|were they|has|had`),
  inAll: marker(
    "in the whole library|in the entire library|in my whole library|in the whole collection|in the library|all together|there in total|have i been|have we been|have i visited|have we visited|did i visit|did we visit|do i have|have i got|do we have|in total|altogether|in all|overall|in my library",
  ),
  only: marker(`only keep|just keep|only the one|just the one|of those only the ones|of these only the ones|of them only the ones|just those|only|just|only the ones|just the ones|only those|just those|only ones|just ones|of those only|of these only
    leave only|leave just|leave only the|leave me only|restrict this to|show me just|show just|just show me the|now only|but only|and only|keep only|keep|filter|filter by|filter to|narrow to|narrow it to|narrow down to|limit to
    narrow it down to|narrow that down to|narrow this down to|narrow them down to|narrow these down to|narrow that to|narrow this to|narrow it to
    restrict it to|restrict that to|restrict them to|limit it to|limit that to|limit them to|reduce it to|reduce to|filter for|filter it to
    filter them by|filter it by|filter that by|filter those by|narrow it by|narrow by|keep just|keep only the|of these only|of those just|of them only
    out of these|out of those|out of them|from them|only show|only show me|just show the ones|show only|show me only|show me just the ones|show only the ones
    show me only the ones|show just the ones|only the photos|just the photos|the ones|which of them are
    which of these are|which of those are|of those|of these|of them|from those|from these|which ones are|among them
    do any show|do any have|does any show|does any have|which of them|which ones have|which ones show|which of them have|which of these have|which of them show|do any of them
    do any of these|do any of them show|do any of these show|do any of them have|are any of them|are any of these|is any of them|any of them|which of these|which of those|which ones|show only those|restrict to|but|only photos
    only the pictures|just those that are|only those that are|those|only if|but just`),
  onlyAfter: marker("only|of them|of these|of those|among them|among these"),
  no: marker(
    "no wait ,|no wait|no , wait ,|no , wait|wait ,|wait no ,|wait , no ,|hold on ,|no hold on ,|actually no ,|no sorry ,|no , sorry ,|sorry ,|oops ,|no actually ,|no ,|no :|no -|no .|no no ,|nope ,|not that ,|nah ,|no i meant|no i mean|no , i meant|no , i mean|no rather|no make it",
  ),
  replace:
    marker(`${mistaken}|it was|that was|it should be|it should have been|now do|now try|try|anywhere in|everywhere in|somewhere in|the same for|same for|the same with|same with|do the same for|do the same with|same again for|the same again for|same search for
    the same search for|the same thing for|same thing for|the same but for|same but for|the same query for|repeat that for|repeat for
    make it|make that|change it to|change to|change that to|switch to|rather|actually|what about|how about
    i meant|i mean|sorry i meant|sorry , i meant|and what about|no i meant|i meant to say|same but|the same but|same thing but|the same thing but|the same|same|change the city to|change the year to
    change the place to|change the date to|change the month to|change the country to|change the person to|change the camera to|replace it with|instead|instead show|instead show me`),
  insteadOf: marker("instead of|in place of|rather than"),
  swap: marker("change|replace|swap|exchange|switch|substitute|turn"),
  swapFor: marker("to|with|for|by|into|- >|against"),
  instead: marker("instead|rather|instead of that|instead please"),
  widen:
    marker(`also|or|plus|include|also include|add|also add|and also|as well as|or also|also show|also show me|or else
    expand it to|widen it to|extend it to|broaden it to|expand that to|broaden to|widen that to|open it up to|and add|extend to|expand to|widen to|including|or maybe`),
  too: marker("too|as well|also"),
  addStarts: marker("add|bring|put|throw|take"),
  andAhead: marker("and|but|then|now|and now"),
  same: phrases({
    [sameOrThat("day|date")]: "day",
    [sameOrThat("month")]: "month",
    [sameOrThat("year")]: "year",
    [`${sameOrThat("place|city|town|location|spot")}|from there|taken there`]: "place",
    [`${sameOrThat("trip|holiday|vacation")}|from this trip|from the trip`]: "trip",
  }),
  more: marker(
    "anything else|something else|anything more|more|other|others|else|what else|what else did we do|what else did i do|what else happened|what else did i take|what else did we take|what else did i photograph|the rest|the others|everything|all",
  ),
  as: marker("as|like|of"),
  anyOfThem: marker(
    "are there any|is there any|are there some|is there one|any|are any|do any|were any|was any",
  ),
  drop: marker(`drop|remove|forget|ignore|clear|delete|forget about|get rid of|lose|take off|take away|unset|no more
    never mind|without|turn off|don't filter by|without filtering by|reset|disregard|don't care about|regardless of`),
  dropEnds: marker(
    "doesn't have to be there|doesn't need to be there|does not have to be there|needn't be there|is not needed|isn't needed|isn't necessary|is not necessary|is optional|need not be there|don't have to be there|aren't needed|don't matter|don't need to be there|doesn't matter|does not matter|is irrelevant|can be anything|can be any|isn't important|is not important|not important",
  ),
  outStarts: marker("leave|take|filter|cut|keep|throw|kick|sort|weed"),
  outEnds: marker("out|away|off"),
  outVerbs: marker(""),
  notOnly: marker(
    "not just|not only|not necessarily|anyone , not just|anywhere , not just|all , not just|everyone , not just|not just the ones with|not just those with",
  ),
  any: marker(
    `${indifferent}|any|all|every|no matter what the|any kind of|in any|at any|on any|by any|from any|of any|with any`,
  ),
  anything: phrases({
    "no limit|without a limit|without limit|all of them|show all of them|show me all of them|show them all|show me all|show all|all of those|the whole lot|remove the limit|not just five|not only the first":
      "limit",
    "anywhere|everywhere|from anywhere|from everywhere|no matter where|doesn't matter where|it doesn't matter where|don't care where|i don't care where|i don't mind where|wherever|all over the world":
      "where",
    "any time|anytime|at any time|whenever|no matter when|doesn't matter when|it doesn't matter when|don't care when|i don't care when|all time|of all time|from any time|ever":
      "when",
    "with anyone|anybody|anyone|with anybody|no matter who|doesn't matter who|it doesn't matter who|i don't care who|don't care who|everybody|everyone|with everyone":
      "people",
  }),
  filterNoun: marker("filter|filters|chip|condition|restriction|limit|part|thing|bit"),
  everyFilter: marker(
    "filters|all filters|the filters|all the filters|all conditions|every filter|conditions",
  ),
  subjects: phrases({
    "city|place|places|location|locations|country|region|where|town|area|cities|countries|state|spot":
      "where",
    "time of year|time of the year|times of year|date|month|day|time|when|season|week|dates|weekday|period":
      "when",
    "year|years|decade": "year",
    "time of day|hour|hours": "hour",
    "camera|phone|cameras|device|gear": "camera",
    "lens|lenses|focal length|focal lengths": "lens",
    "iso|iso value|isos": "iso",
    flash: "flash",
    "person|people|name|names|persons|who|faces": "people",
    "type|format|orientation|file type|file name|size|shape|resolution|types|extension": "type",
    "rating|stars|favourites|favorites|favourite|favorite|ratings": "rating",
    "keyword|tag|keywords|tags": "keyword",
  }),
  undo: marker(
    `${sequences("|go|take me", "back to", "what|how|where|the way", "i|we|it|they|that", "had|was|were|got", "|before|first|a moment ago|just now")}|remove the last filter|take off the last filter|drop the last filter|undo the last filter|back to the previous results|previous results|back to the previous search|go back to the previous results|go back to the previous search|previous search|the previous search|as it was|the way it was|like before|nvm go back|undo|forget that|forget it|scratch that|no undo|no , undo|no , undo that|no undo that|scrap that|undo that|undo this|go back|back|take that back|one step back|step back|revert|as before|undo it|oops go back|oops undo|go one step back|take a step back|undo the last one|undo the last step|go back one step|undo last|take it back|back to the previous|go back to before|previous`,
  ),
  steps: marker("steps|times|searches|turns"),
  twice: phrases({ "twice|two times": 2 }),
  startOver:
    marker(`${sequences("|let's|lets|can we|please", "start|begin", "over|again|anew|afresh|from scratch|fresh")}|new question|new topic|fresh start|from scratch|start fresh|let's start fresh|forget that|forget it|forget this|scratch that|something completely different|now something completely different|now for something completely different|something different|now something else|now for something else|start over|scrap that start over|forget all that|forget all of that|forget it all|never mind all that|scrap all that|scrap all of that|scrap that , start over|start again|start anew|reset|undo everything|undo all|undo it all|new search|clear all|clear everything|forget everything|restart
    from the beginning|begin again|start from scratch|reset everything|let's start over|show everything again|everything again|reset all|something else|clear`),
  correct:
    marker(`${mistaken}|no i meant|i meant|i mean|no i mean|no , i meant|no , i mean|not that|that's not what i meant|wrong
    sorry , i meant|sorry i meant|no not|that's wrong|that's the wrong|wrong one|no that's wrong|no , not`),
  like: marker(`more like|more photos like|more pictures like|similar to|like|something like|photos like|pictures like
    more of|others like|ones like|resembling|anything like|find more like|the same as|looks like|similar photos to
    images like|similar pictures to|show me more like|more similar to|more images like`),
  similar: marker(
    "similar|similar ones|similar photos|similar pictures|similar images|more like it|more of the same|more similar ones",
  ),
  acts: phrases({
    "favourite|favorite|star|heart|fave": "favourite",
    "unfavourite|unfavorite|unstar|unmark|unheart|unlike": "unfavourite",
  }),
  actEnds: phrases({
    "out of my favourites|out of my favorites|out of the favourites|out of favourites": "unfavourite",
    "off my favourites|off my favorites|off the favourites|off favourites": "unfavourite",
    "as favourite|as favorite|as favourites|as favorites|as a favourite|as a favorite|a favourite|a favorite":
      "favourite",
    "to favourites|to favorites|to my favourites|to my favorites|to the favourites|to the favorites":
      "favourite",
    "as my favourite|as my favorite|my favourite|my favorite|favourites|favorites|my favourites|my favorites":
      "favourite",
    "from favourites|from favorites|from my favourites|from my favorites|from the favourites": "unfavourite",
    "as not favourite|as no favourite": "unfavourite",
  }),
  actTails: phrases({}),
  beyond: marker(
    "delete|erase|trash|archive|share|print|download|send|email|mail|post|move|rotate|flip|crop|resize|rename|edit|save",
  ),
  copies: marker("duplicates|duplicate|copies|doubles"),
  makes: marker("make|create|build|start|put|add|move|place|collect|gather|organise|organize|turn|generate"),
  works: marker(
    "album|albums|collage|collages|slideshow|slide show|photo book|photobook|calendar|video|movie|gif|folder|poster",
  ),
  actStarts: marker("mark|set|make|add|put|remove|take|save|tag"),
  this: marker(
    "this one|that one|this|that|it|this photo|that photo|this picture|that picture|this image|that image",
  ),
  them: marker(
    "them|these|those|all of them|all of these|all of those|them all|these ones|those ones|all|they|the ones|both|these photos|those photos|the photos|these pictures",
  ),
  ones: marker("one|ones|photo|photos|picture|pictures|image|images|result|results|hit|shot"),
  thoseThat: marker(
    "those|the ones|the one|ones|the photos|the pictures|the photo|the picture|all those|these",
  ),
  number: marker("number|no|nr|#|no .|photo|picture|image|num|photos|pictures|numbers|images"),
};
