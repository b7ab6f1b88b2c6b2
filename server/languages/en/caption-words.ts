import type { CaptionWords } from "../language.ts";

export const captionWords: CaptionWords = {
  stopWords: `a about all also an and any are as at be been by can could did do does find for from get give had has have her here
    him his how i if in into is it its look looking me my of on or our photo photos picture pictures image images s search
    she show some t than that the their them then there these they this those to us was we were what when where which who
    whom whose why with you your`,
  praise: "nice lovely beautiful great pretty gorgeous stunning amazing wonderful cool good",
  prepositions: `in on at by near next under over behind beside between with from to into onto through across around along above below
    beneath underneath inside outside against among amid toward towards atop opposite off past during while before after`,
  articles: "a an the",
  denials:
    "no not without none nobody neither nor never isn't aren't wasn't weren't doesn't don't devoid lacks lacking absence",
  hedges:
    "perhaps possibly maybe presumably probably likely might may could suggest suggests suggesting hinting",
  bounds: `but as is are was were be been being can has have had this that which who though although however only`,
  seen: "visible present seen shown there",
  copulas: "is are was were that which who in of very all mostly painted colored coloured wearing with",
  binding: `front back side top bottom middle center centre edge background foreground view close-up closeup shot view kind type sort
  lot lots bunch number piece pieces group set thing things something anything someone somebody anyone anybody everyone way next together out up down off away no not only just will would should must shall may might
  first last second third best most
  part bit one ones time two three four five six seven eight nine ten some many few several other others same more
  each another much various different own such both either neither every very too so quite really while`,
  counts: "two three four five six seven eight nine ten eleven twelve",
  groups: "group several many bunch",
  countLinks: "of",
  ourselves: "us we",
  plurals: "people sheep fish deer cattle police",
  monochrome:
    "black and white photography|monochrome photography|black and white|black white|b w|monochrome|greyscale|grayscale",
  likenesses:
    "portrait portraits photograph photographs photography shot shots selfie selfies scene film print snapshot",
};
