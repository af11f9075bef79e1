/** The pages of this room, in Dutch words, once. */
export const paths = {
  list: '/onderzoek/vragenlijsten',
  start: '/onderzoek/vragenlijsten/nieuw',
  questionnaire: (id: string) => `/onderzoek/vragenlijsten/${id}`,
  archive: (id: string) => `/onderzoek/vragenlijsten/${id}/bewaarplaats`,
}
