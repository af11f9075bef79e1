/** The pages of this room, in Dutch words, once. */
export const paths = {
  /** What waits for researchers, which the room of polls has. */
  research: '/onderzoek',
  list: '/onderzoek/vragenlijsten',
  start: '/onderzoek/vragenlijsten/nieuw',
  questionnaire: (id: string) => `/onderzoek/vragenlijsten/${id}`,
  read: '/onderzoek/vragenlijsten/inlezen',
  about: (id: string) => `/onderzoek/vragenlijsten/${id}/gegevens`,
  sections: (id: string) => `/onderzoek/vragenlijsten/${id}/delen`,
  section: (id: string, section: string) => `/onderzoek/vragenlijsten/${id}/deel/${section}`,
  removeSection: (id: string, section: string) => `/onderzoek/vragenlijsten/${id}/deel/${section}/weg`,
  questions: (id: string) => `/onderzoek/vragenlijsten/${id}/vragen`,
  question: (id: string, question: string) => `/onderzoek/vragenlijsten/${id}/vraag/${question}`,
  when: (id: string, question: string) => `/onderzoek/vragenlijsten/${id}/vraag/${question}/wanneer`,
  removeQuestion: (id: string, question: string) => `/onderzoek/vragenlijsten/${id}/vraag/${question}/weg`,
  order: (id: string) => `/onderzoek/vragenlijsten/${id}/volgorde`,
  steps: (id: string) => `/onderzoek/vragenlijsten/${id}/stappen`,
  faults: (id: string) => `/onderzoek/vragenlijsten/${id}/klopt-het`,
  preview: (id: string) => `/onderzoek/vragenlijsten/${id}/voorbeeld`,
  print: (id: string) => `/onderzoek/vragenlijsten/${id}/afdrukken`,
  printed: (id: string, version: number | string, file: string) =>
    `/onderzoek/vragenlijsten/${id}/afdrukken/${version}/${file}`,
  file: (id: string) => `/onderzoek/vragenlijsten/${id}/bestand`,
  copy: (id: string) => `/onderzoek/vragenlijsten/${id}/kopie`,
  archive: (id: string) => `/onderzoek/vragenlijsten/${id}/bewaarplaats`,
}
