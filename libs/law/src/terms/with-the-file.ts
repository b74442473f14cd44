/** What tells that the case file has come to the procuracy, and every decision with it: none of them is waited for any more. */
export const WITH_THE_FILE = ['CaseFileReceived', 'InvestigationTerminationReviewed'];
