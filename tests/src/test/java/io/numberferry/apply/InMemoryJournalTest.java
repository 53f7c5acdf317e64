package io.numberferry.apply;

class InMemoryJournalTest extends JournalRaces {
    private final InMemoryJournal journal = new InMemoryJournal();

    @Override
    protected Journal journal() {
        return journal;
    }
}
