// Written from memory: common first names in the Netherlands of all ages and backgrounds, folded (no capitals or accents).
const names = `
aad aafke aagje aaliyah aart abdel abdelaziz abdelhamid abdelkader abdelkarim abdellah abdul abdullah abel abigail achmed
achraf ada adam adil adnan adriaan adrian adriana adriano agnes agnieszka ahmad ahmed aicha aisha aissa akin akram alain
albert alberto alan aldert alejandra alejandro aleksandra aleksander alex alexander alexandra alexandre alexis alfred ali
alice alicia alida alieke alina aline aliya alma alwin amal amalia amanda amber amelia amelie amin amina amine amir amira
amy ana anastasia anass anders andre andrea andreas andrei andrej andrew andries andrzej angela angelica angelina angelique
anil anika anique anissa anita anja anke ankie anna annabel annabelle anne anneke annelies annemarie annemiek annemieke
annet annette annick annie annika anniek anouar anouk ans anthony antje antoine antoinette anton antonia antonio antoon
anwar appie arend ariane arie ariel arjan arjen armando armin arno arnold arnoud aron arthur asia asiye aslan aslihan asma
asmae astrid atilla audrey august aukje axel ayman ayla aylin aymen ayoub ayse aysegul aysel aysun ayten aziz aziza
babette badr bahar barbara bartje bartel bashir basma bastiaan beata beatrice beatrix bea benjamin bennie benno benthe
berend berna bernadette bernard bert berta bertus betty bianca bilal bjorn boaz bob bodil bogdan bonnie boudewijn boukje
boris brahim bram brandon branko brecht bregje brenda brian brigitta brigitte britt brit bruno bryan burak busra
caitlin camiel camilla camille carel carina carla carlijn carlo carlos carmen carola carolien carolina caroline casper
caspar catharina catherine cathelijne cato cecile cecilia cees celeste celina celine cem cengiz chaima chaimae chantal
charlene charles charlotte chayenne chiara chloe chris christa christel christian christiaan christien christina christine
christoffel christophe christopher ciara cihan cindy claire clara claudia claus clemens coby coen colette connie conny
constance constantijn cor cora cordelia corina corine corinne cornelia cornelis corrie corry cristian cristina cynthia
daan daniel daniela danielle danique danny daphne daria dario dave david davy debbie deborah demi denis denise dennis derk
derya desiree detlef dewi diana diane dick diederik diego dieke dieuwertje dieuwke dilan dilara dimitri dina dineke dinand
dionne djamila dominic dominik dominique donna donny doortje doreen dorien dorina doris dorothea dorothee douwe dries
driss duco dunya dylan
ebru eddie eddy edgar edith edo eduard eduardo edward edwin eef eefje eelco eelke efe egbert ehsan eileen ekrem elena
eleonora eline elif elijah elin elina elisa elisabeth elise eliza elizabeth elke ella elle ellen elly els elsa elsbeth
elselien elske elvira emanuel emel emiel emil emile emilia emilie emily emine emir emma emmanuel emmy emre enes enrico
enrique erdem eren erica erik eric erika erkan erna ernest ernst erwin esat esen esma esme esmee esmeralda esra ester esther
etienne eugene eva evelien eveline evelyn evert evi evy eyup ezgi ezra
fabian fabienne fadi fadma fadoua fahd faisal faiza famke fanny farah farid farida faris fatih fatiha fatima fatma fatou
fatoumata fay faye fedde feike felice felicia felix femke fenna fenne fenneke ferdi ferdinand ferdy ferhat fernando
ferry fien fieke fiene filip filiz finn fiona firat floortje floris floor flora florence florian florien flynn folkert
fouad fouzia frances francesca francesco francien francine francis francisca francisco franciscus franka frank frans
franziska freddy frederik frederique freek freya frida frits frouke fuad funda furkan
gabi gabriel gabriela gabriella galina gamze geert geertje geertruida gemma geoffrey georg george georges georgina gerald
geraldine gerard gerardus gerben gerbrand gerda gerdien gerdine gerhard gerie gerjan gerlinde german gerrie gerrit
gerrits gert gertie gertjan gertrude gertrudis ghislaine giel gijs gijsbert gilbert gina gino giovanni gisela giulia
giuseppe gizem gladys glenn gloria gonda gonnie goran gosse gracia greet greetje gregor greta grietje grzegorz
guido guillaume gul gulay gulsen gulsum gurbet guus guusje gwen gwendolyn
habiba hadewych hadi hadija hafid hafida hajar hakan hakim hakima halil halima hamid hamida hamza hanan hande hanna hannah
hanne hanneke hans hansje harald harm harma harmen harold harrie harriet harry harun hasan hassan hasna hatice hatim havva
hayat hayri heidi hein heleen helen helena helene helga helma hendrik hendrika hendrikus hendrina henk henkjan hennie henny
henri henriette henrieke hennie henry herbert herma herman hermien hermina hermine hester hicham hidde hilal hilda hilde
hillie hind hinke hubert hugo huib huibert hulya humeyra hüseyin huseyin hussein hylke
iain ibrahim ibtissam ida idris ieke ien ignas igor ikram ilaria ilayda ilham ilias ilja ilona ilse ilyas ilyass iman
imane imke imre inaya ine ines inez inge ingeborg ingmar ingrid iniko irem irena irene irfan irina iris irma isa isaac
isabel isabella isabelle ismael ismail issam ivan ivana ivar ivo ivonne izaak
jaap jacco jack jackie jacky jaco jacob jacoba jacobus jacomijn jacqueline jacques jade jaimy jakob jakub jalal jamal james
jamie jamil jamila jan jana janna janneke jannes jannie jannetje jannigje janine jantien jantine jantje jan-willem jari
jarno jasmijn jasmina jasmine jason jasper jay jayden jaylen jean jeanet jeanette jeanine jeanne jeannette jeffrey jelena
jelle jelmer jelte jennifer jenny jens jeremy jeroen jerome jerzy jesper jesse jessica jessie jessy jetske jetty jikke jill
jimmy jip joan joanna joanne job jobke joachim jochem jodie joel joelle joep joeri joes joey johan johann johanna johannes
john johnny joke jolanda jolanta jolein jolien jolijn jolyn jonas jonathan jonna joop joost jordan jordi jordy jorg jorge
jorik jorinde joris jorn jorrit jos jose josef josefien joseph josephine joshua joska josje josine jouke joury jowan joyce
juan juana judith juliaan julia julian juliana julie julien juliet juliette julius jurgen jurre jurriaan just justin
justine justyna jutta juul
kaan kadir kaja kajsa kalina karel karen karim karima karin karina karl karla karlijn karolien karolina kars kas kaspar
kasper katarina katarzyna kate katelijne katharina katherine kathleen kathy katia katinka katja katrien katy kayleigh
keanu kee kees keimpe keith kelly kelvin kemal kenan kenneth kenny kerem kerim kerstin ketevan kevin khadija khadra khalid
khaled khalil khaoula kiki kiona kim kimberley kimberly kira kirsten kirsty kitty kjeld klaas klaasje klaske klazien koen
koenraad kobus konrad koos kornelis koray kris krista kristel kristian kristien kristina krystyna krzysztof kubra kyan
kylian kyra
lamia lamyae lana lander lara larissa lars latifa laura laurens laurent lauriane laurie lavinia leah leanne leen leendert
lei leila leilani leo leon leonard leonie leonoor leontien leopold leroy les leslie levi leyla liam lian lianne libby lidia
lidewij lidwien liek lieke lien lies liesbeth liesje lieselotte lieve lieven lili lilian liliana lilianne lilly lily lina
linda lindsay lindsey linette linsey lisa lisan lisanne lisette lisa-marie liselotte liv livia liza lizette lizzy lodewijk
loek loes lois lola loes lonneke lorena lorenzo loretta loris lotte lotus lou louis louisa louise louk loubna lourens
lowie lubna luca lucas lucia lucie lucien lucienne lucy ludo luigi luis luisa luka lukas luke luna lutfi luuk luus lydia
lynn lynette lysanne
maaike maarten maartje machteld mack mackenzie madelief madeleine madelon magda magdalena mahdi mahmoud mahmut maik mai
maike maja malak maleah malika malin malou manal mandy manfred manisha manja manon manouk manuel manuela mara marc marcel
marcella marcelle marcia marcin marcia marco marcus marek margaret margareta margaretha margit margje margo margot margreet
margriet margrit maria mariam mariama mariana marianne marie mariette marieke mariel marielle marije marijke marijn marijne
marika marike marilyn marina marinka marinus mario marion marious marisa marisca mariska marissa marit marita marius
marja marjan marjanne marjolein marjolijn marjo marjon marjorie markus marleen marlene marlies marlijn marlinde marloes
marlon marlou marlous marnix marouane marsha marta martha martien martijn martin martina martine martinus marvin mary
maryam maryem marzena mateusz mathe mathias mathieu mathijs mathilde matilda mats matteo matthew matthias matthieu matthijs
maud maureen maurice maurits maurizio maxim maxime maximiliaan maximilian mayra mechteld meaghan megan mehdi mehmet meike
mei-ling meindert melanie melike melina melinda melis melisa melissa melle melvin menno mercedes merel merijn merit merlijn
merve meryem metin mia micha michael michaela michal michel michele michelle michiel mick mieke mien mies miep miguel mijke
mikail mike mikael mikhail mila milan milana milena miles milly milou mimoun mina mindert minke mira miranda mireille
miriam mirjam mirko mirte mirthe miroslav mischa misha mitchell moa mohamad mohamed mohammad mohammed moniek monica monika
monique morad moreno morgan morris mostafa mouad mounir muhammad muhammed munevver murat musa mustafa myra myriam myrna
myrthe
naa nabil nabila nada nadia nadieh nadim nadine nadir nadira naima najat najib najim najoua nan nancy naomi narges nasim
nasira nasrin natalia natalie natascha natasha nathalie nathan nathaniel navid nawal nazli neeltje nel nele nelleke nellie
nelly nenad nenah neriman nermin nesrin nezha niamh nicholas nick nicky nico nicolaas nicole nicolas nicoline niek niels
nienke nihal nihat nikita nikki niko nikola nikolaj nila nils nilgun nina nine nisrine noa noah noel noelle noemi noor
noortje nora norah norbert noureddine nouri nour noura nourdin nuray nuria nurhan nuri nurten nynke
odette odilia okke olaf olga oliver olivia olivier omar omer onno oscar osman otis otto ouafa oussama outman owen ozan
ozcan ozge ozgur ozlem
pablo paola paolo pascal pascalle patricia patrick patrycja patty paul paula paulien paulina pauline paulo pavel pawel
pedro peggy pelin peter petra petronella petronia petrus philip philippe phoebe pien pier pierre piet pieter pieternel
pietje pim pinar piotr pleun priscilla priya przemek puck
quincy quinten quint quirijn quirine
rabia rachel rachid rachida radboud rafael rafaela rafal raf rafik rahma raihana raimond rainier raissa rajesh rajiv ralf
ralph ramazan ramon ramona randy raoul raphael rashid raymond raymundo rayan rebecca rebekka recep redouan regina reggie
reinder reinier reinhard reinout rejane rejeanne rembrandt remco remi remko remon remy rena renata renate rene renee
renske resul reza ria riad rianne ricardo riccardo richard richelle rick ricky rico riek rieke riemer rien rik rika rikkert
rimke rina rinske rinus rita ritchie ritsaert rob robbert robbie robby robert roberta roberto robin rocco rochelle rod
roderick rodrigo roelof roeland roelien roger rogier roland rolf rolinka romain roman romana romano romee romeo romy ron
ronald ronja ronnie ronny roos rosa rosalie rosalinde rosanne rose roseline rosemarie rosemary rosie rosita roswitha rowan
roxanne roy rozemarijn ruben ruby rudi rudolf rudy rufus rukiye rutger ruth ruud ryan rym
saad saar sabah sabina sabine sabrina sabri sacha sadia safa safae safiya safouane said saida salah salim salima salma
salome salvatore samantha samir samira samuel sander sandra sanae sandy sanja sanne santino santiago sara sarah sarina
sasha saskia savannah sebastiaan sebastian sebnem selim selin selina selma semih semra senna serap serdar serena serge
sergio sevda sevgi sevilay seyma shaila shana shane shanaya shania shanice shanna shannon sharon sheila shelley sherida
shirley siebe siem siemen siepie sietse sietske sigrid siham sil silke silvana silvia silvie simon simona simone sinan sinem
sjaak sjaan sjanie sjannie sjef sjoerd sjors sjoukje skip sloane soefian sofia sofian sofiane sofie sofyan soheila sonia
sonja sophia sophie soraya soufiane soukaina souad stan stanley stef stefan stefanie stefano stella stephan stephanie
stephen steven steven stieneke stijn suleyman sultan sumeyra sumeyye susan susana susanna susanne suzan suzanna suzanne
sven svenja svetlana swen sybrand sybren sylvana sylvester sylvia sylvie sylwia szymon
tahir tahsin tamar tamara tanja tanya tara tarek tarik taryn tatiana ted teddy teije teresa tess tessa teun teuntje thea
theo theodor theodora theresa therese thierry thijmen thijs thirza thom thomas thorsten tibor tiemen tiemo tienke tiffany
tijmen tijn tijs tim timo timon timothy tina tine tineke tirza tjaart tjalling tjeerd tjitske tobias toby tom tomas tomasz
toine tonia tonnie tonny toos tosca tristan trix trudy truus tugba tuncay turgut twan tycho tygo tyler
ufuk ulrich ulrike umit umut ursula
valentijn valentina valentino valerie valery vanessa veerle vera veronica veronique victor victoria vigo vikram vincent
viola violet virginia vitor vivian viviane vivienne vladimir volkan
walid walter wanda wander ward warner wassim wendela wendelien wendy werner wesley wessel wibe wiebe wiebke wieke wieteke
wietse wietske wijnand wilbert wilco wilfred wilhelmina wilhelmus wilke willeke willem willemien willemijn willemina willy
wilma wim wina winnie winston wiktor wissal wladimir wojciech wouter wouterus wubbo wytse
xander xandra xanthe xavi xavier
yael yannick yara yasemin yasin yasir yasmin yasmina yasmine yassin yassine yassir yavuz ylva yoann yolanda yoran yorick
youness younes youri yousef youssef yousra youssra yuki yuri yusuf yvar yvette yvo yvonne
zahra zakaria zara zehra zeki zeynep ziggy zineb zinzi zita zoe zoey zofia zohra zsuzsanna zuhal zuleyha zwaantje
`

// First names that are also ordinary words, or begin many sentences: they count only where the text makes them a name.
const wordsToo = `
ad an angel anton art bas beer bloem bo boy can christen dag daisy dirk do don dolly elk els faith fleur floor guy grace
hope hoop iman iris jet job joy juli juni june lente linde lieve lot mark mart mary may mees mei melody mien mies moos
nine noor pim pip puck rein rob roel roos rose sam sil sky skip star sterre stef storm summer tom ton treu trudy ward
will wil wolf zon ben bart max merel luna max morgen jade amber violet olive viola lotus just les len lei lou ted ron
pier rik kees klaas pleun saar madelief roman german jordan austin paris london chelsea israel asia florence virginia
victoria august gul sultan aslan fay dunya hayat bahar rod abel mack pien tess tine
`

const listed = (text: string) => text.split(/\s+/).filter((name) => name !== '')

/** First names that stand for a person wherever they are written with a capital. Folded. */
export const firstNames: ReadonlySet<string> = new Set([...listed(names), ...listed(wordsToo)])

/** The first names among them that are ordinary words too. Folded. */
export const ambiguousFirstNames: ReadonlySet<string> = new Set(
  // Listed above because they can be words or places somewhere, but in a Dutch sentence a capital makes them a name.
  listed(wordsToo).filter(
    (name) =>
      ![
        'kees',
        'klaas',
        'rob',
        'ron',
        'rik',
        'tom',
        'ted',
        'pim',
        'tess',
        'anton',
        'trudy',
        'dirk',
        'saar',
        'abel',
        'bart',
        'roel',
        'stef',
        'ben',
        'pien',
        'max',
        'sam',
        'iris',
        'noor',
        'puck',
        'pip',
        'daisy',
        'dunya',
        'mary',
        'don',
        'moos',
        'mees',
        'dolly',
      ].includes(name),
  ),
)
