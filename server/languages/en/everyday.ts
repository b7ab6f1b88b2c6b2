import { words } from "../phrases.ts";

/** Everyday words that people search for in photos, or that are spelled like a place, a person or a camera. */
export const commonWords = words(`
  nice turkey china orange reading bath split cork ham rice rugby sandwich deal hull wells battle ware bury fort
  mobile bend boulder buffalo flint phoenix bergen essen crystal dawn hope joy faith grace
  rose lily daisy ivy violet iris jasmine ruby pearl amber summer autumn april may june
  august mark bill art will chase hunter mason baker cooper fisher carter king march
  angel star sunny sky rain snow storm wind cloud clouds fog sun moon stars sunrise sunset light dark shadow night
  morning evening day spring fall winter weather ice fire water river lake sea ocean beach coast island bay hill hills
  mountain mountains valley forest wood woods tree trees flower flowers grass field fields garden gardens park desert
  waterfall cave rock rocks stone stones sand wave waves bridge road street path tower castle church cathedral temple
  mosque museum palace house home houses building buildings city town village market shop shops store station airport
  harbour harbor port boat boats ship ships car cars bus train trains bike bikes bicycle plane planes truck motorbike
  dog dogs cat cats bird birds horse horses cow cows sheep goat pig duck ducks fish whale shark lion tiger bear wolf fox
  canoe kayak elephant monkey snake frog butterfly bee insect spider animal animals pet pets puppy kitten chicken rabbit mouse
  man men woman women boy boys girl girls child children kid kids baby babies family friend friends mother father mum
  mom dad sister brother grandma grandpa aunt uncle couple crowd people person face faces group selfie portrait portraits
  food cake bread cheese meat pizza pasta soup salad fruit apple apples pie banana lemon tomato potato wine beer coffee
  tea drink drinks breakfast lunch dinner meal plate plates cup bottle table chair bed kitchen room window door wall roof
  wedding party birthday holiday holidays vacation trip travel journey concert festival game match football soccer tennis
  golf ski skiing hiking swimming running dancing sleeping eating drinking smiling laughing playing walking riding
  red blue green yellow white black brown pink purple grey gray gold silver colourful colorful bright
  book books paper letter sign signs map clock phone camera computer screen television picture photo toy toys doll ball
  hat dress shirt shoes coat glasses bag ring umbrella flag costume uniform canon fort cannon note euro document receipt
  whiteboard menu ticket tickets passport card cards invoice blurry sharp funny beautiful pretty old new young big small
  high low long short wide narrow good bad best happy sad cute warm cold hot wet dry empty full open closed
  view views skyline landscape landscapes panorama architecture nature sport sports music guitar piano band dance art
  painting statue sculpture graffiti fireworks lights candle candles christmas easter egg eggs pumpkin gift gifts snowman
  swan penguin dolphin turtle crab squirrel deer owl eagle parrot seagull pigeon rose roses tulip tulips sunflower leaf
  leaves autumn lightning rainbow thunder frost hail storm sailing surfing climbing camping tent campfire barbecue picnic
  school office work meeting hospital doctor police soldier soldiers teacher student students farmer chef waiter
  flight nurse king queen model singer dancer runner player team plaid lobsters lobster hiker hikers rock rocky lamp
  canaries cap gales grenade lemonade these there where were here hers
`);
