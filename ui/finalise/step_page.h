// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/office_route.h"
#include "ui/desk/message_bar.h"
#include "ui/form/dossier_session.h"
#include "ui/style/theme.h"

#include <QLabel>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QDateEdit;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// What is done at one station of the way from draft to sent, in words, fields and buttons, one below the other.
class StepPage : public QWidget
{
    Q_OBJECT

public:
    /// `head`: how large the title stands; a part of another page has a smaller one.
    StepPage(DossierSession& session, const QString& title, QWidget* parent, TextStyle head = TextStyle::Heading);

    /// Shows how things are now.
    virtual void refresh(const QList<RouteStep>& route) = 0;

Q_SIGNALS:
    /// Something was done here: where the dossier stands is to be read anew.
    void done();
    /// The user is to go on in the form.
    void formWanted();

protected:
    DossierSession& session() const { return m_session; }
    QVBoxLayout* column() const { return m_column; }

    QLabel* addText(const QString& words, bool quiet = false);
    QLabel* addHeading(const QString& words);
    /// A form of label and field, one below the other.
    QFormLayout* addForm();
    /// Puts a field below the others, all of which begin at one line where their labels are short.
    void addField(QFormLayout* form, const QString& label, QWidget* field);
    /// `hint` says what belongs in, also to whoever does not see the window.
    QLineEdit* addLine(QFormLayout* form, const char* name, const QString& label, const QString& hint);
    QDateEdit* addDay(QFormLayout* form, const char* name, const QString& label);
    /// A row that takes buttons from the left.
    QBoxLayout* addRow();
    QPushButton* addButton(QBoxLayout* row, const char* name, const QString& words, const std::function<void()>& run, bool primary = false);

    /// Writes something down of this revision and says done().
    void writeDown(QLatin1StringView kind, const QString& who, QDate day, const QJsonObject& detail = {}, const QString& file = {});
    /// Does what takes long on another thread while the window says `words`.
    Aside waiting(const QString& words);
    /// Of a revision that was frozen just now the desk says so in a hint, behind which good news would wait: `kind`.
    void tell(const QString& words, BarMessage::Kind kind = BarMessage::Kind::Good);
    /// The body that is to recommend, as the form has it; empty when it is not filled in.
    QString recommender() const;
    /// What the dossier is called, fit for a file's name.
    QString fileName(const QString& what) const;
    /// Asks where to and copies a file there; whether it was done.
    bool saveCopy(const QString& file, const QString& name);

private:
    DossierSession& m_session;
    QVBoxLayout* m_column;
};

} // namespace jz::ui
