package io.numberferry.apply;

class InMemoryClosingsTest extends ClosingsContract {
    private final InMemoryClosings closings = new InMemoryClosings();

    @Override
    protected Closings closings() {
        return closings;
    }
}
