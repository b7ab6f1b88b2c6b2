import { marker, phrases, words } from "../phrases.ts";
import type { TalkWords } from "../talk-words.ts";

export const talking: TalkWords = {
  modals: marker("can|could|would|will|may|might|shall|should"),
  askers: marker("you|we|i|u|one"),
  softeners: marker(
    "maybe|possibly|please|perhaps|kindly|just|quickly|also|really|actually|ever|by any chance|for me please|somehow|be able to|be so kind as to|mind|like to|love to|happen to",
  ),
  wonders: marker(
    "i was wondering|i'm wondering|i am wondering|i wonder|just wondering|wondering|i was hoping|i'm hoping|i was thinking|do you think|would it be possible|is it possible|would it be ok|is there a way|is there any way|any chance|is there any chance|is there a chance|it would be great|it would be nice|i'd be grateful|i'd appreciate it|i don't suppose|let me ask",
  ),
  wonderLinks: marker("if|whether|that|to|for"),
  hesitations: marker(
    "no way|you know|you know what|let me think|let me see|let's see|hm|hmm|umm|uh|er|erm|well|oh|ah|right|so|listen|look|quick question|one question|one more thing|one more|by the way|btw|honestly|seriously|excuse me|sorry to bother you|my god|oh my god|omg|gosh",
  ),
  interjections: marker(
    "omg|omfg|oh my god|oh my|wow|whoa|aw|aww|awww|lol|lmao|rofl|haha|hahaha|hehe|yay|ugh|argh|gosh|sheesh|yikes|yo",
  ),
  tellers: marker("i|we|i'm|we're|i've|we've|i'd|we'd|i'll|my|our"),
  subjects: marker("it|it's|that|that's|this|he|she|they|he's|she's|they're|you|you're|there"),
  feelings: marker("i'm|we're|am"),
  thoughts: words(
    `asking arguing wondering thinking trying telling looking searching hoping going doing having being getting
    wanting needing missing remembering forgetting meaning feeling bothering nagging begging dying hunting saying
    discussing debating planning guessing knowing seeing showing finding making putting coming`,
  ),
  calls: marker("hey|hi|hello|ok|okay|dear|yo"),
  vocatives: marker("glimpse|jarvis|alexa|siri|google|computer|assistant|buddy|friend|my friend|everyone"),
  showing: marker(
    "tell me|let me know|do you know|i want to know|i'd like to know|show|show me|find|find me|dig out|dig up|pull up|bring up|get|get me|give me|open|fetch|display|list|search|look for|look up|see",
  ),
  ifs: marker("if|when|whenever|as long as|provided"),
  ifWords: words(
    "you it's that's it that is isn't not too much trouble bother possible ok okay alright fine can could get a chance have time moment minute mind don't do would be like want there are exist at all convenient",
  ),
  questionWords: marker("what|who|whom|whose|where|when|which|why|how"),
  auxiliaries: words("did do does has have had is was were are am been can could will would should"),
  takings: words("take taken took shoot shot photograph photographed capture captured snap snapped got"),
  kinds: marker("type of|kind of|sort of|kinds of|types of|sorts of|breed of|brand of"),
  contents: words(
    "details detail information info text number name address price total amount date code word words",
  ),
  progress: words("progressed progress changed evolved grown developed improved aged"),
  eachOf: marker(
    "from each|of each|for each|in each|from every|of every|for every|in every|one per|per|each|one from each|one of each",
  ),
  deeds: phrases({
    "delete|erase|trash|duplicates|duplicate|copies|doubles": "delete",
    "share|send|email|mail|post|upload|forward|text|tweet": "share",
    "print|prints": "print",
    "download|export|save|copy": "download",
    "album|albums|folder|folders|photo book|photobook": "album",
    "collage|collages|slideshow|slide show|calendar|video|movie|gif|poster": "make",
    "rotate|flip|crop|resize|edit|rename|retouch|enhance|brighten": "edit",
    "move|archive": "move",
  }),
  groupings: phrases({
    "year|years": "year",
    "month|months": "month",
    "day|days": "day",
    "weekday|weekdays|day of the week|days of the week": "weekday",
    "hour|hours|hour of the day|time of day|times of day": "hour",
    "country|countries": "country",
    "city|cities|town|towns|place|places|location|locations": "city",
    "person|people|name|names": "person",
    "make|makes|camera make|camera makes|brand|brands|camera brand|camera brands|manufacturer|manufacturers|maker":
      "make",
    "camera|cameras|device|devices|phone|camera model|camera models|model|models": "camera",
    "lens|lenses": "lens",
    "keyword|keywords|tag|tags": "keyword",
    "file type|file types|type|types|format|formats|file format|file formats": "type",
  }),
  by: marker(
    "per|by|by the|for each|for every|in each|in every|of each|from each|with each|each|every|broken down by|grouped by|split by|sorted into|by number of photos per|according to",
  ),
  lists: marker(
    "list|list all|list the|list my|list all the|list all my|a list of|a list of all|name all|name the",
  ),
  fine: marker(
    "ok|okay|fine|alright|is fine|are fine|is ok|are ok|is okay|are okay|is alright|are alright|is good|is allowed|are allowed|is welcome|are welcome|may be in|can be in|can stay|may stay|can come back|may come back",
  ),
  afterAll: marker("after all|again|back|back in|too|now|then|really|as well|by me|with me"),
  again: marker("again|back|back in|once more"),
  both: marker(
    "both|in both|both of them|both of those|both days|both years|both months|both places|both cities|both countries|both people",
  ),
  nay: marker("no|nope|nah|nay"),
  back: marker("them|him|her|both|it|those|these|that|the others|the rest|everything|all|all of them"),
  bring: marker("bring|put|get|let|have|i want|show|show me|give me|include"),
  sorry: marker("my mistake|my mistake dear|my bad|oh no|sorry|i mean|i meant|rather|i mean to say|oops"),
  mine: marker("my|our|of my|of our"),
  sent: marker("sent me|sent to me|sent us|shared with me|gave me|emailed me|texted me|forwarded me"),
  trips: words("trip trips holiday holidays vacation vacations honeymoon journey journeys"),
};
