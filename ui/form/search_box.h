// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

#include <functional>

QT_BEGIN_NAMESPACE
class QListWidget;
class QListWidgetItem;
QT_END_NAMESPACE

namespace jz::ui {

/// A line to search in: what is found stands in a list right below it while one types. Up, Down, Page Up, Page Down go through the
/// list, Enter takes the chosen one, Escape closes it; Down or F4 opens it with nothing typed. The line keeps the focus all the
/// time, so that input methods are not disturbed; the list (named `hits_` and
/// the name of the line) is no window of its own.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    struct Hit
    {
        QString id;
        QString text;
        QString note;  ///< behind the text; may be empty
        QString group; ///< stands over the hits that have it; may be empty
    };
    /// What is found for a query, best first; for an empty query all that there is, or nothing. Hits of one group follow each other.
    using Source = std::function<QList<Hit>(const QString& query)>;

    SearchBox(Source source, QWidget* parent);
    ~SearchBox() override;

    /// Whether the list is open.
    bool isOpen() const;
    void close();

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void open(const QString& query);
    void fill(const QList<Hit>& hits);
    void place();
    void step(int rows);
    void take(const QListWidgetItem* item);
    void watchScrolling();
    void makeRoomForIcon();

    Source m_source;
    QListWidget* m_list;
};

} // namespace jz::ui
