import { catalogue, problems as platform, type Constraints } from '../../platform/problems.ts'
import type { MoveRefusal } from './states.rules.ts'

export type AdviceRefusal =
  | MoveRefusal
  | 'reward-missing'
  | 'expert-full'
  | 'expert-paused'
  | 'asked-before'
  | 'team-full'
  | 'invitation-ended'
  | 'own-ceiling-reached'
  | 'feedback-given-already'
  | 'evaluated-already'
  | 'request-ended'

/** What the desk refuses on purpose. */
export const problems = catalogue<AdviceRefusal>(
  'advice',
  {
    'no-such-move': 409,
    'not-divided': 409,
    'team-not-complete': 409,
    'team-complete': 409,
    'answer-missing': 409,
    'came-from-elsewhere': 409,
    'referral-missing': 409,
    'other-request-ended': 409,
    'feedback-missing': 409,
    'ending-missing': 409,
    'too-early': 409,
    'reward-missing': 422,
    'expert-full': 409,
    'expert-paused': 409,
    'asked-before': 409,
    'team-full': 409,
    'invitation-ended': 410,
    'own-ceiling-reached': 409,
    'feedback-given-already': 409,
    'evaluated-already': 409,
    'request-ended': 409,
  },
  {
    nl: {
      'no-such-move': {
        title: 'Dat kan nu niet',
        sentence:
          'Deze stap past niet bij hoe de vraag er nu voor staat. Bekijk de vraag opnieuw en kies een andere stap.',
      },
      'not-divided': {
        title: 'Er ontbreekt nog iets',
        sentence: 'Kies eerst of de vraag klein of groot is, en in welke vorm het advies komt.',
      },
      'team-not-complete': {
        title: 'Het duo is nog niet compleet',
        sentence: 'Een grote vraag heeft twee mensen nodig die ja zeggen. Voor een kleine vraag is één genoeg.',
      },
      'team-complete': {
        title: 'Het duo is al compleet',
        sentence: 'Er is niemand meer nodig. Bekijk de vraag opnieuw.',
      },
      'answer-missing': {
        title: 'Er is nog geen antwoord',
        sentence: 'Schrijf eerst een antwoord en zeg namens wie jullie spreken.',
      },
      'came-from-elsewhere': {
        title: 'De vraag gaat terug naar waar hij was',
        sentence: 'Na het wachten gaat de vraag verder waar hij was gebleven.',
      },
      'referral-missing': {
        title: 'Zeg erbij waar de vraag naartoe gaat',
        sentence: 'Schrijf op wie de vraag overneemt. De vrager leest dat.',
      },
      'other-request-ended': {
        title: 'Samenvoegen kan niet met deze vraag',
        sentence: 'Kies een andere vraag die nog loopt.',
      },
      'feedback-missing': {
        title: 'Vertel eerst wat er met het advies is gedaan',
        sentence: 'Vul in wat je ermee hebt gedaan. Daarna kun je afronden.',
      },
      'ending-missing': {
        title: 'Sluiten kan nog niet',
        sentence: 'Een vraag sluit met een antwoord, een verwijzing of een reden. Schrijf er een op.',
      },
      'too-early': { title: 'Het is nog te vroeg', sentence: 'De tijd die voor deze stap staat, is nog niet om.' },
      'reward-missing': {
        title: 'Zeg wat iemand ervoor krijgt',
        sentence: 'Kies een vergoeding en vul het bedrag in. Of kies bewust voor geen vergoeding.',
      },
      'expert-full': {
        title: 'Deze persoon heeft genoeg vragen',
        sentence: 'Het hoogste aantal dat iemand zelf koos, is bereikt. Kies iemand anders.',
      },
      'expert-paused': {
        title: 'Deze persoon heeft pauze',
        sentence: 'Tijdens een pauze vragen wij iemand niet. Kies iemand anders.',
      },
      'asked-before': {
        title: 'Voor deze vraag al gevraagd',
        sentence: 'Wij vragen iemand één keer per vraag. Kies iemand anders.',
      },
      'team-full': {
        title: 'Er is geen plek meer vrij',
        sentence: 'Er zijn al genoeg mensen gevraagd. Wacht op hun antwoord of trek een uitnodiging in.',
      },
      'invitation-ended': {
        title: 'Deze uitnodiging geldt niet meer',
        sentence: 'De uitnodiging is beantwoord of ingetrokken. Je hoeft niets te doen.',
      },
      'own-ceiling-reached': {
        title: 'Je hebt al zo veel vragen als je zelf koos',
        sentence:
          'Je werkt al aan het hoogste aantal vragen dat in je profiel staat. Wil je deze erbij? Zet dat aantal dan eerst hoger. Nee zeggen mag ook.',
      },
      'feedback-given-already': {
        title: 'Dit heb je al verteld',
        sentence:
          'Wij hebben al gelezen wat er met het advies is gedaan. Dank je wel. Wil je iets aanvullen? Stuur dan een bericht.',
      },
      'evaluated-already': { title: 'Dit heb je al ingevuld', sentence: 'Wij hebben je mening al. Dank je wel.' },
      'request-ended': {
        title: 'Deze vraag is afgerond',
        sentence: 'Hier kun je niets meer aan toevoegen. Je kunt altijd een nieuwe vraag stellen.',
      },
    },
    en: {
      'no-such-move': {
        title: 'That is not possible now',
        sentence: 'This step does not fit where the request stands. Look at the request again and choose another step.',
      },
      'not-divided': {
        title: 'Something is missing',
        sentence: 'First choose whether the question is small or large, and in which form the advice comes.',
      },
      'team-not-complete': {
        title: 'The duo is not complete yet',
        sentence: 'A large question needs two people who say yes. For a small one, one person is enough.',
      },
      'team-complete': { title: 'The duo is complete', sentence: 'Nobody else is needed. Look at the request again.' },
      'answer-missing': {
        title: 'There is no answer yet',
        sentence: 'Write an answer first and say on whose behalf you speak.',
      },
      'came-from-elsewhere': {
        title: 'The request goes back to where it was',
        sentence: 'After waiting, a request goes on where it stopped.',
      },
      'referral-missing': {
        title: 'Say where the question goes',
        sentence: 'Write down who takes the question over. The person who asked reads it.',
      },
      'other-request-ended': {
        title: 'These cannot be joined',
        sentence: 'Choose another request that is still running.',
      },
      'feedback-missing': {
        title: 'First tell what was done with the advice',
        sentence: 'Fill in what you did with it. Then you can finish.',
      },
      'ending-missing': {
        title: 'Closing is not possible yet',
        sentence: 'A request closes with an answer, a referral or a reason. Write one down.',
      },
      'too-early': { title: 'It is too early', sentence: 'The time that stands for this step is not over yet.' },
      'reward-missing': {
        title: 'Say what somebody gets for it',
        sentence: 'Choose a reward and fill in the amount. Or choose no reward on purpose.',
      },
      'expert-full': {
        title: 'This person has enough requests',
        sentence: 'The limit that somebody chose is reached. Choose somebody else.',
      },
      'expert-paused': {
        title: 'This person is on a break',
        sentence: 'We do not ask people during a break. Choose somebody else.',
      },
      'asked-before': {
        title: 'Asked before for this request',
        sentence: 'We ask a person once per request. Choose somebody else.',
      },
      'team-full': {
        title: 'There is no place left',
        sentence: 'Enough people have been asked. Wait for their reply or withdraw an invitation.',
      },
      'invitation-ended': {
        title: 'This invitation is over',
        sentence: 'The invitation was answered or withdrawn. You do not have to do anything.',
      },
      'own-ceiling-reached': {
        title: 'You have as many requests as you chose',
        sentence:
          'You work on the highest number of requests that is in your profile. Do you want this one too? Then raise that number first. You may also say no.',
      },
      'feedback-given-already': {
        title: 'You told us this already',
        sentence: 'We have read what was done with the advice. Thank you. To add something, send a message.',
      },
      'evaluated-already': { title: 'You filled this in already', sentence: 'We have your opinion. Thank you.' },
      'request-ended': {
        title: 'This request has ended',
        sentence: 'Nothing can be added here. You can always ask a new question.',
      },
    },
  },
)

export const constraints: Constraints = {
  advice_requests_closed_has_ending: problems['ending-missing'],
  advice_requests_divided_is_known: problems['not-divided'],
  advice_requests_referred_says_where: problems['referral-missing'],
  advice_requests_merged_into_another: problems['other-request-ended'],
  advice_team_place_once: platform['changed-meanwhile'],
  advice_team_person_once: problems['asked-before'],
  advice_team_reward_says_amount: problems['reward-missing'],
  advice_feedback_pkey: problems['feedback-given-already'],
  advice_answers_pkey: platform['changed-meanwhile'],
  advice_evaluations_requester_once: problems['evaluated-already'],
  advice_evaluations_expert_once: problems['evaluated-already'],
}
